// Accounts and balances, at the commitment that the caller asks for.
import { address, base58Bytes, base64, config, sequence, u64 } from '../bytes/parameters.mjs';
import { RpcError } from '../rpc-error.mjs';
import { decimalsOf, encodeAccount, withContext } from './answer.mjs';

const MAX_ACCOUNTS = 100;
const MAX_FILTERS = 4;

export const accounts = {
  getBalance(params, { node, chain }) {
    const slot = node.slotFor(config(params, 1));
    return withContext(slot, chain.accountAt(address(params[0]), slot)?.lamports() ?? 0n);
  },

  getAccountInfo(params, { node, chain }) {
    const options = config(params, 1);
    const slot = node.slotFor(options);
    const account = chain.accountAt(address(params[0]), slot);
    return withContext(slot, account && encodeAccount(account, options, decimalsOf(chain)));
  },

  getMultipleAccounts(params, { node, chain }) {
    const options = { encoding: 'base64', ...config(params, 1) };
    const slot = node.slotFor(options);
    return withContext(slot, sequence(params[0], MAX_ACCOUNTS).map(text => {
      const account = chain.accountAt(address(text), slot);
      return account && encodeAccount(account, options, decimalsOf(chain));
    }));
  },

  getProgramAccounts(params, { node, chain }) {
    const options = { encoding: 'base64', ...config(params, 1) };
    const slot = node.slotFor(options);
    const tests = sequence(options.filters ?? [], MAX_FILTERS).map(filter);
    const found = chain.programAccountsAt(address(params[0]), slot)
      .filter(({ account }) => tests.every(test => test(account.data())))
      .map(({ address: pubkey, account }) => ({ pubkey, account: encodeAccount(account, options, decimalsOf(chain)) }));
    return options.withContext ? withContext(slot, found) : found;
  },

  requestAirdrop(params, { chain }) {
    const signature = chain.airdrop(address(params[0]), u64(params[1]));
    if (signature === null) throw new RpcError(-32603, 'airdrop request failed: the faucet cannot pay it');
    return signature;
  },
};

function filter({ dataSize, memcmp } = {}) {
  if (dataSize !== undefined) return data => data.length === dataSize;
  const offset = Number(u64(memcmp?.offset));
  const wanted = Buffer.from(memcmp.encoding === 'base64' ? base64(memcmp.bytes) : base58Bytes(memcmp.bytes));
  return data => wanted.equals(data.subarray(offset, offset + wanted.length));
}
