import { RpcError, invalidParams } from './rpc-error.mjs';

const LEVELS = ['processed', 'confirmed', 'finalized'];
const EVERYTHING = 1_000_000_000;

/** @param value a commitment or nothing, which means `finalized` */
export function commitment(value) {
  if (value === undefined || value === null) return 'finalized';
  if (LEVELS.includes(value)) return value;
  throw invalidParams(`Invalid params: unknown variant \`${value}\`, `
    + 'expected one of `processed`, `confirmed`, `finalized`.');
}

/** One RPC node: a view of the chain. Several nodes can see the same chain with different lag and memory. */
export class NodeView {
  constructor(chain) {
    this.chain = chain;
    this.set({});
  }

  /**
   * @param lag slots behind the tip
   * @param retain slots of transaction history
   * @param healthy what getHealth says
   * @param genesisHash pretends to be another cluster
   * @param minContext obeys minContextSlot in getSignatureStatuses and getTransaction, which older nodes ignore
   */
  set({ lag = 0, retain = EVERYTHING, healthy = true, genesisHash = null, minContext = false }) {
    Object.assign(this, { lag: BigInt(lag), retain: BigInt(retain), healthy, genesisHash, minContext });
  }

  get tip() {
    return this.chain.slot - this.lag;
  }

  /** The newest slot at a commitment level. */
  slotAt(level) {
    const behind = { processed: 0n, confirmed: this.chain.confirmSlots, finalized: this.chain.finalSlots }[level];
    return this.tip - behind;
  }

  /** The slot that a read answers from; refuses when the node has not reached what the caller has already seen. */
  slotFor({ commitment: level, minContextSlot }) {
    const slot = this.slotAt(commitment(level));
    if (minContextSlot !== undefined && minContextSlot !== null && slot < minContextSlot) {
      throw new RpcError(-32016, 'Minimum context slot has not been reached', { contextSlot: slot });
    }
    return slot;
  }

  levelOf(record) {
    return LEVELS.findLast(level => record.slot <= this.slotAt(level));
  }

  get firstAvailable() {
    return this.tip > this.retain ? this.tip - this.retain : 0n;
  }

  knows(record) {
    return record !== undefined && record.slot <= this.tip && record.slot >= this.firstAvailable;
  }

  /** What landed under the signature, undefined when this node has not seen it yet or has pruned it. */
  find(signature) {
    const record = this.chain.ledger.get(signature);
    return this.knows(record) ? record : undefined;
  }
}
