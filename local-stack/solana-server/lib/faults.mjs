/** Faults in force: transactions that get lost or land late, answers that break. */
export class Faults {
  #chain;
  #rules = [];
  #drop = { count: 0, slots: 0n };
  #hold = { count: 0, slots: 0n };
  #dropped = new Map();          // signature -> slot until which every copy of it is lost

  constructor(chain) {
    this.#chain = chain;
  }

  dropNext(count, slots) {
    this.#drop = { count, slots };
  }

  holdNext(count, slots) {
    this.#hold = { count, slots };
  }

  addRule(rule) {
    this.#rules.push({ ...rule });
  }

  get waiting() {
    return this.#rules.length;
  }

  clear() {
    this.#rules = [];
    this.dropNext(0, 0n);
    this.holdNext(0, 0n);
    this.#dropped.clear();
  }

  /** Is this transaction lost? One that was dropped for some slots is lost however often and wherever it is sent. */
  drops(signature) {
    if ((this.#dropped.get(signature) ?? 0n) > this.#chain.slot) return true;
    if (this.#drop.count <= 0) return false;
    this.#drop.count--;
    this.#dropped.set(signature, this.#chain.slot + this.#drop.slots);
    return true;
  }

  /** Slots by which the next transaction lands late, 0n when it lands at once. */
  takeHold() {
    if (this.#hold.count <= 0) return 0n;
    this.#hold.count--;
    return this.#hold.slots;
  }

  /** The first rule that fits this call, undefined when none does; a rule is used up after `count` calls. */
  ruleFor(method, path) {
    const rule = this.#rules.find(({ methods, node }) => (!methods || methods.includes(method)) && (!node || node === path));
    if (rule && --rule.count <= 0) this.#rules.splice(this.#rules.indexOf(rule), 1);
    return rule;
  }
}
