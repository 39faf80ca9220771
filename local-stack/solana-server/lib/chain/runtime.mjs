// LiteSVM, with addresses as base58 and errors as JSON. No slots, window or history here: see chain.mjs.
import { createRequire } from 'node:module';
import * as base58 from '../bytes/base58.mjs';
import { errorJson } from './runtime-errors.mjs';

const { LiteSvm, FailedTransactionMetadata, Account } = createRequire(import.meta.url)('litesvm/dist/internal.js');

export class Runtime {
  #svm;

  constructor(snapshot = null) {
    this.#svm = snapshot ? LiteSvm.fromBytes(snapshot) : new LiteSvm();
    this.#svm.setBlockhashCheck(false);       // LiteSVM knows only its newest blockhash; the chain keeps the window
    this.#svm.setTransactionHistory(0n);      // and the chain knows what has landed
  }

  snapshot() {
    return this.#svm.toBytes();
  }

  get slot() {
    return this.#svm.getClock().slot;
  }

  /** A new slot: programs see this clock from now on. */
  enter(slot, unixSeconds) {
    const clock = this.#svm.getClock();
    clock.slot = slot;
    clock.unixTimestamp = BigInt(unixSeconds);
    this.#svm.setClock(clock);
  }

  account(address) {
    return this.#svm.getAccount(base58.decode(address));
  }

  setAccount(address, { lamports, owner, data }) {
    this.#svm.setAccount(base58.decode(address), new Account(lamports, Uint8Array.from(data), base58.decode(owner), false, 0n));
  }

  programAccounts(program) {
    return this.#svm.getProgramAccounts(base58.decode(program)).map(entry => base58.encode(entry.address));
  }

  rent(bytes) {
    return this.#svm.minimumBalanceForRentExemption(bytes);
  }

  /** @returns whether the faucet could pay */
  airdrop(address, lamports) {
    const result = this.#svm.airdrop(base58.decode(address), lamports);
    return result !== null && !(result instanceof FailedTransactionMetadata);
  }

  /** @returns {err, logs, units, innerInstructions} */
  execute({ version, raw }) {
    return outcome(version === 'legacy' ? this.#svm.sendLegacyTransaction(raw) : this.#svm.sendVersionedTransaction(raw));
  }

  /** As execute, without effect; `post` maps addresses to accounts as they would be. */
  simulate({ version, raw }, { sigVerify }) {
    this.#svm.setSigverify(sigVerify);
    try {
      const result = version === 'legacy' ? this.#svm.simulateLegacyTransaction(raw)
        : this.#svm.simulateVersionedTransaction(raw);
      const failed = result instanceof FailedTransactionMetadata;
      const post = failed ? [] : result.postAccounts().map(entry => [base58.encode(entry.address), entry.account()]);
      return { ...outcome(result), post: new Map(post) };
    } finally {
      this.#svm.setSigverify(true);
    }
  }
}

function outcome(result) {
  const failed = result instanceof FailedTransactionMetadata;
  const meta = typeof result.meta === 'function' ? result.meta() : result;
  return { err: failed ? errorJson(result.err()) : null, logs: meta.logs(), units: meta.computeUnitsConsumed(),
    innerInstructions: innerInstructions(meta) };
}

function innerInstructions(meta) {
  return meta.innerInstructions().map((list, index) => ({ index, instructions: list.map(inner => {
    const instruction = inner.instruction();
    return { programIdIndex: instruction.programIdIndex(), accounts: [...instruction.accounts()],
      data: base58.encode(instruction.data()), stackHeight: inner.stackHeight() };
  }) })).filter(entry => entry.instructions.length > 0);
}
