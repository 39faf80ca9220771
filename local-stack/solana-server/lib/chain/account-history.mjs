const KEPT = 600n;               // slots of which older account states are kept

/** Account states at older slots, for reads at confirmed and finalized. */
export class AccountHistory {
  #changes;                      // address -> [{slot, before}], oldest first

  constructor(changes = new Map()) {
    this.#changes = changes;
  }

  /** The account is about to change in `slot`; `before` is its state until then, null when it did not exist. */
  remember(address, slot, before) {
    const list = this.#changes.get(address) ?? [];
    if (list.at(-1)?.slot !== slot) list.push({ slot, before });      // the first change of a slot wins
    while (list[0].slot < slot - KEPT) list.shift();
    this.#changes.set(address, list);
  }

  /** State at the end of `slot`; `now` is the newest one. */
  at(address, slot, now) {
    const later = this.#changes.get(address)?.find(change => change.slot > slot);
    return later ? later.before : now;
  }

  addresses() {
    return this.#changes.keys();
  }

  copy() {
    return new AccountHistory(new Map([...this.#changes].map(([address, list]) => [address, [...list]])));
  }
}
