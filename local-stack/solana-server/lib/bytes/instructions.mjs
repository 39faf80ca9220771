// What a node derives from a decoded transaction: fee and memo.
import { COMPUTE_BUDGET, MEMO, MEMO_V1 } from '../programs.mjs';
import { view } from './reader.mjs';

const LAMPORTS_PER_SIGNATURE = 5000n;
const DEFAULT_UNITS = 200_000n;
const SET_LIMIT = 2;
const SET_PRICE = 3;

/**
 * `price` in micro-lamports per compute unit; `fee` in lamports: 5,000 a signature plus the limit times the price, rounded up.
 */
export function fees(tx) {
  const budget = tx.instructions.filter(instruction => tx.all[instruction.program] === COMPUTE_BUDGET);
  let price = 0n;
  let limit = BigInt(tx.instructions.length - budget.length) * DEFAULT_UNITS;
  for (const { data } of budget) {
    if (data[0] === SET_LIMIT && data.length >= 5) limit = BigInt(view(data).getUint32(1, true));
    if (data[0] === SET_PRICE && data.length >= 9) price = view(data).getBigUint64(1, true);
  }
  return { price, fee: LAMPORTS_PER_SIGNATURE * BigInt(tx.signatures.length) + (price * limit + 999_999n) / 1_000_000n };
}

/** `memo` as getSignaturesForAddress prints it, `[length] text`, several joined by `; `; null without a memo. */
export function memoOf(tx) {
  const memos = tx.instructions.filter(({ program }) => [MEMO, MEMO_V1].includes(tx.all[program]))
    .map(({ data }) => `[${data.length}] ${Buffer.from(data).toString('utf8')}`);
  return memos.length ? memos.join('; ') : null;
}
