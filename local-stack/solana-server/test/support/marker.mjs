import { createHash, randomBytes } from 'node:crypto';
import * as base58 from '../../lib/bytes/base58.mjs';

export const MEMO = base58.decode('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr');

const u32 = number => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(number); return bytes; };
const u64 = number => { const bytes = Buffer.alloc(8); bytes.writeBigUInt64LE(BigInt(number)); return bytes; };

/** A seeded account of the memo program, as `docs/anchor-format.md` lays it out. */
export class Marker {
  constructor(wallet, digest = randomBytes(32)) {
    this.wallet = wallet;
    this.seed = Buffer.from(digest.subarray(0, 24).toString('base64url'));
    this.key = createHash('sha256').update(wallet.key).update(this.seed).update(MEMO).digest();
    this.address = base58.encode(this.key);
  }

  /** Transfer, allocation with the seed, memo: one transaction. */
  async anchor(lamports, text = 'an anchor') {
    const [system, memo] = [2, 3];
    const allocation = Buffer.concat([u32(9), this.wallet.key, u64(32), this.seed, u64(1), MEMO]);
    const data = Buffer.from(text);
    return this.wallet.transaction(2, [this.key, new Uint8Array(32), MEMO], [
      [system, [0, 1], Buffer.concat([u32(2), u64(lamports)])],
      [system, [1, 0], allocation],
      [memo, [0], data],
    ]);
  }
}
