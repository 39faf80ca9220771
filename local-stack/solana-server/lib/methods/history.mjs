// What has landed: statuses, lists by address, read-back, fees paid.
import { memoOf } from '../bytes/instructions.mjs';
import { address, config, sequence, string, u64 } from '../bytes/parameters.mjs';
import { commitment } from '../node-view.mjs';
import { RpcError, invalidParams } from '../rpc-error.mjs';
import { withContext } from './answer.mjs';
import { encodeTransaction } from './encode-transaction.mjs';

const STATUS_CACHE = 300n;       // rooted slots; older ones need searchTransactionHistory
const MAX_STATUSES = 256;
const MAX_LISTED = 1000;
const FEE_WINDOW = 150;

export const history = {
  getSignatureStatuses(params, { node }) {
    const signatures = sequence(params[0], MAX_STATUSES);
    const { searchTransactionHistory, minContextSlot } = config(params, 1);
    if (node.minContext) node.slotFor({ commitment: 'processed', minContextSlot });
    return withContext(node.tip, signatures.map(signature => {
      const record = node.find(signature);
      const remembered = record && (searchTransactionHistory || node.tip - record.slot <= STATUS_CACHE);
      return remembered ? status(record, node) : null;
    }));
  },

  getSignaturesForAddress(params, { node, chain }) {
    const { commitment: level, before, until, limit = MAX_LISTED, minContextSlot } = config(params, 1);
    atLeastConfirmed(level);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LISTED) throw invalidParams(`Invalid limit; max ${MAX_LISTED}`);
    const slot = node.slotFor({ commitment: level, minContextSlot });
    const known = chain.ledger.ofAddress(address(params[0])).filter(record => node.knows(record) && record.slot <= slot);
    return page(known.reverse(), { before, until, limit }).map(({ signature, slot: landed, err, tx, blockTime }) => (
      { signature, slot: landed, err, memo: memoOf(tx), blockTime, confirmationStatus: node.levelOf({ slot: landed }) }));
  },

  getTransaction(params, { node }) {
    const options = typeof params[1] === 'string' ? { encoding: params[1] } : config(params, 1);
    atLeastConfirmed(options.commitment);
    const minContextSlot = node.minContext ? options.minContextSlot : null;
    const slot = node.slotFor({ commitment: options.commitment, minContextSlot });
    const record = node.find(string(params[0]));
    if (!record?.tx || record.slot > slot) return null;
    const version = versionFor(record.tx, options.maxSupportedTransactionVersion);
    return { slot: record.slot, blockTime: record.blockTime, meta: record.meta,
      transaction: encodeTransaction(record.tx, options.encoding ?? 'json'), ...version };
  },

  getRecentPrioritizationFees(params, { node, chain }) {
    const wanted = sequence(params[0] ?? [], 128).map(address);
    const oldest = node.tip - BigInt(FEE_WINDOW - 1);
    const lowest = new Map();
    for (const { tx, slot, price } of chain.ledger.since(oldest)) {
      if (!tx || !wanted.every(account => tx.writable.includes(account))) continue;
      if (!lowest.has(slot) || price < lowest.get(slot)) lowest.set(slot, price);
    }
    return Array.from({ length: FEE_WINDOW }, (_, index) => oldest + BigInt(index))
      .map(slot => ({ slot, prioritizationFee: lowest.get(slot) ?? 0n }));
  },
};

/** The part of a list, newest first, that is older than `before` and newer than `until`; nothing when `before` is unknown. */
function page(list, { before, until, limit }) {
  const position = signature => list.findIndex(record => record.signature === signature);
  if (before && position(before) < 0) return [];
  const from = before ? position(before) + 1 : 0;
  const end = position(until);
  return list.slice(from, end < 0 ? list.length : end).slice(0, limit);
}

function status(record, node) {
  const level = node.levelOf(record);
  return { slot: record.slot, confirmations: level === 'finalized' ? null : node.tip - record.slot, err: record.err,
    status: record.err === null ? { Ok: null } : { Err: record.err }, confirmationStatus: level };
}

function atLeastConfirmed(level) {
  if (commitment(level) === 'processed') throw invalidParams('Method does not support commitment below `confirmed`');
}

/** Without maxSupportedTransactionVersion a node returns legacy transactions only, and no `version`. */
function versionFor({ version }, max) {
  if (max !== undefined && max !== null) {
    u64(max);
    return { version };
  }
  if (version === 'legacy') return {};
  throw new RpcError(-32015, `Transaction version (${version}) is not supported by the requesting client. `
    + `Please try the request again with the following configuration parameter: "maxSupportedTransactionVersion": ${version}`);
}
