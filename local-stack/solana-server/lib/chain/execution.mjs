import { fees } from '../bytes/instructions.mjs';
import { isTokenProgram, parseToken } from '../token-accounts.mjs';
import * as base58 from '../bytes/base58.mjs';

/**
 * Runs a transaction and describes it as getTransaction does.
 * @returns {err, price, meta, changed}; null when it paid no fee: then it is in no block and leaves no trace
 */
export function execute(runtime, tx) {
  const changed = tx.writable.map(address => ({ address, before: runtime.account(address) }));
  const preBalances = balances(runtime, tx);
  const preTokenBalances = tokenBalances(runtime, tx);
  const { err, logs, units, innerInstructions } = runtime.execute(tx);
  const postBalances = balances(runtime, tx);
  if (err !== null && postBalances[0] === preBalances[0]) return null;
  const { price, fee } = fees(tx);
  const meta = { err, status: err === null ? { Ok: null } : { Err: err }, fee, preBalances, postBalances, preTokenBalances,
    postTokenBalances: tokenBalances(runtime, tx), innerInstructions, logMessages: logs, rewards: [],
    loadedAddresses: tx.loaded, computeUnitsConsumed: units };
  return { err, price, meta, changed };
}

const balances = (runtime, tx) => tx.all.map(address => runtime.account(address)?.lamports() ?? 0n);

function tokenBalances(runtime, tx) {
  return tx.all.flatMap((address, accountIndex) => {
    const account = runtime.account(address);
    const programId = account && base58.encode(account.owner());
    if (!isTokenProgram(programId)) return [];
    const token = parseToken(account.data(), mint => runtime.account(mint)?.data()[44] ?? 0);
    if (token?.type !== 'account') return [];
    const { mint, owner, tokenAmount } = token.info;
    return [{ accountIndex, mint, owner, programId, uiTokenAmount: tokenAmount }];
  });
}
