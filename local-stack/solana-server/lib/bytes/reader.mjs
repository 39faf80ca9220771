import { invalidParams } from '../rpc-error.mjs';
import * as base58 from './base58.mjs';

const TYPE = 'solana_transaction::versioned::VersionedTransaction';

export const view = bytes => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads the binary form of transactions. Whatever the runtime's own decoder would refuse is refused here first. */
export class Reader {
  #bytes;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  take(count) {
    if (this.#at + count > this.#bytes.length) {
      throw invalidParams(`failed to deserialize ${TYPE}: io error: failed to fill whole buffer`);
    }
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  byte() {
    return this.take(1)[0];
  }

  key() {
    return base58.encode(this.take(32));
  }

  /** compact-u16: seven bits a byte, at most three bytes, shortest form only. */
  length() {
    let value = 0;
    for (let index = 0; index < 3; index++) {
      const byte = this.byte();
      value |= (byte & 127) << (7 * index);
      if (byte & 128) continue;
      if ((byte === 0 && index > 0) || value > 0xffff) break;
      return value;
    }
    throw invalidParams(`failed to deserialize ${TYPE}: invalid compact-u16`);
  }

  list(read) {
    return Array.from({ length: this.length() }, read);
  }

  sized() {
    return Uint8Array.from(this.take(this.length()));
  }

  end() {
    if (this.#at !== this.#bytes.length) throw invalidParams(`failed to deserialize ${TYPE}: trailing bytes`);
  }
}
