// Simulating and sending.
import { fees } from '../bytes/instructions.mjs';
import { address, base64, config, sequence, transactionBytes } from '../bytes/parameters.mjs';
import { decodeTransaction } from '../bytes/transaction.mjs';
import { errorText } from '../chain/runtime-errors.mjs';
import { commitment } from '../node-view.mjs';
import { RpcError, invalidParams } from '../rpc-error.mjs';
import { encodeAccount, withContext } from './answer.mjs';

export const sending = {
  simulateTransaction(params, { node, chain }) {
    const options = config(params, 1);
    const { sigVerify = false, replaceRecentBlockhash: replaceBlockhash = false } = options;
    const slot = node.slotFor(options);
    const tx = decode(params, options, chain);
    if (sigVerify && replaceBlockhash) throw invalidParams('sigVerify may not be used with replaceRecentBlockhash');
    const { err, logs, units, post } = chain.simulate(tx, { sigVerify: sigVerify === true, replaceBlockhash, slot: node.tip });
    const { hash, lastValid } = chain.blockhashAt(node.tip);
    return withContext(slot, { err, logs, accounts: accountsAfter(options.accounts, post, chain), unitsConsumed: units,
      returnData: null, innerInstructions: null,
      ...(replaceBlockhash && { replacementBlockhash: { blockhash: hash, lastValidBlockHeight: lastValid } }) });
  },

  sendTransaction(params, { node, chain, faults }) {
    const options = config(params, 1);
    node.slotFor({ commitment: commitment(options.preflightCommitment), minContextSlot: options.minContextSlot });
    checkRetries(options.maxRetries);
    const tx = decode(params, options, chain);
    if (!options.skipPreflight) preflight(tx, node, chain);
    if (!faults.drops(tx.signature)) receive(tx, chain, faults);
    return tx.signature;                                            // as on a cluster, the answer says nothing about landing
  },

  getFeeForMessage(params, { node, chain }) {
    const message = Buffer.from(base64(params[0]));
    const signers = (message[0] & 128 ? message[1] : message[0]) ?? 0;
    const unsigned = Buffer.concat([Buffer.from([signers & 127]), Buffer.alloc(64 * (signers & 127)), message]);
    const tx = decodeTransaction(Uint8Array.from(unsigned), text => chain.account(text));
    const slot = node.slotFor(config(params, 1));
    return withContext(slot, chain.blockhashValid(tx.blockhash, node.tip) ? fees(tx).fee : null);
  },
};

function decode(params, { encoding }, chain) {
  return decodeTransaction(transactionBytes(params[0], encoding), text => chain.account(text));
}

/** What has landed, has expired or is on its way lands no earlier for another copy. */
function receive(tx, chain, faults) {
  if (chain.ledger.has(tx.signature) || !chain.blockhashValid(tx.blockhash) || chain.holds(tx.signature)) return;
  const slots = faults.takeHold();
  if (slots > 0n) chain.hold(tx, slots);
  else chain.land(tx);
}

function preflight(tx, node, chain) {
  const { err, logs, units } = chain.simulate(tx, { sigVerify: true, replaceBlockhash: false, slot: node.tip });
  if (err === null) return;
  if (err === 'SignatureFailure') throw new RpcError(-32003, 'Transaction signature verification failure');
  throw new RpcError(-32002, `Transaction simulation failed: ${errorText(err)}`, { accounts: null, err, innerInstructions: null,
    logs, replacementBlockhash: null, returnData: null, unitsConsumed: units });
}

function checkRetries(value) {
  if (value === undefined || value === null || (Number.isInteger(value) && value >= 0)) return;
  throw invalidParams('Invalid params: invalid value maxRetries');
}

function accountsAfter(wanted, post, chain) {
  if (!wanted) return null;
  return sequence(wanted.addresses, 100).map(text => {
    const account = post.get(address(text)) ?? chain.account(text);
    return account && encodeAccount(account, { encoding: wanted.encoding ?? 'base64' });
  });
}
