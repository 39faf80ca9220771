/** What has landed, in order, by signature and by address. */
export class Ledger {
  #records;                      // {signature, slot, blockTime, tx, err, price, meta}, oldest first
  #bySignature = new Map();
  #byAddress = new Map();

  constructor(records = []) {
    this.#records = [];
    records.forEach(record => this.add(record));
  }

  add(record) {
    this.#records.push(record);
    this.#bySignature.set(record.signature, record);
    for (const address of new Set(record.tx?.all ?? [])) {
      if (!this.#byAddress.has(address)) this.#byAddress.set(address, []);
      this.#byAddress.get(address).push(record);
    }
  }

  get size() {
    return this.#records.length;
  }

  has(signature) {
    return this.#bySignature.has(signature);
  }

  get(signature) {
    return this.#bySignature.get(signature);
  }

  /** Oldest first. */
  ofAddress(address) {
    return this.#byAddress.get(address) ?? [];
  }

  all() {
    return this.#records;
  }

  /** Newest first, down to `slot`. */
  * since(slot) {
    for (let index = this.#records.length - 1; index >= 0; index--) {
      if (this.#records[index].slot < slot) return;
      yield this.#records[index];
    }
  }

  /** As it was when `size` transactions had landed. */
  until(size) {
    return new Ledger(this.#records.slice(0, size));
  }
}
