import { createHash } from 'node:crypto';
import * as base58 from '../bytes/base58.mjs';

const MAX_AGE = 150n;            // blocks during which a blockhash may be used
const KEPT = 300n;               // slots of which blockhashes are remembered: the window and the slowest node

/**
 * The blockhash of every slot: SHA-256(seed, fork, slot). So a restarted server knows the blockhashes that it handed out, and
 * one fork's blockhashes are unknown to the next.
 */
export class Blockhashes {
  #seed;
  #fork = 0;
  #recent = [];                  // {hash, slot, lastValid}, oldest first

  constructor(seed) {
    this.#seed = seed;
  }

  /** Slots (from, to] have come; only the last of many are remembered. */
  extend(from, to, heightOf) {
    for (let slot = to - from > KEPT ? to - KEPT : from; slot < to;) {
      slot++;
      this.#recent.push({ hash: this.#hash(slot), slot, lastValid: heightOf(slot) + MAX_AGE });
    }
    if (this.#recent.length > 2 * Number(KEPT)) this.#recent.splice(0, this.#recent.length - Number(KEPT));
  }

  /** What came after `slot` is on a fork that is gone. */
  abandonAfter(slot) {
    this.#fork++;
    this.#recent = this.#recent.filter(entry => entry.slot <= slot);
  }

  /** The newest blockhash at `slot`: {hash, slot, lastValid}. */
  at(slot) {
    return this.#recent.findLast(entry => entry.slot <= slot) ?? this.#recent[0];
  }

  /** May a transaction with this blockhash land, as seen from a node at `slot` and `height`? */
  valid(hash, slot, height) {
    const entry = this.#recent.findLast(candidate => candidate.hash === hash);
    return entry !== undefined && entry.slot <= slot && height <= entry.lastValid;
  }

  #hash(slot) {
    const place = Buffer.alloc(12);
    place.writeUInt32BE(this.#fork, 0);
    place.writeBigUInt64BE(slot, 4);
    return base58.encode(createHash('sha256').update(this.#seed).update(place).digest());
  }
}
