import { randomBytes } from 'node:crypto';
import * as base58 from '../bytes/base58.mjs';
import { AccountHistory } from './account-history.mjs';
import { Blockhashes } from './blockhashes.mjs';
import { execute } from './execution.mjs';
import { Ledger } from './ledger.mjs';
import { Runtime } from './runtime.mjs';

const BLOCK_TIMES_KEPT = 10_000;
const SLOTS_BEFORE = 40n;        // a chain starts with some history, so that finalized has a meaning at once
const SKIPPED = 20_000_000n;     // slots that never had a block: block height is not the slot

/** What a chain is born with. A new chain is a new cluster, so genesis hash and blockhashes are random unless given. */
export function newGenesis(genesisHash) {
  return { genesisHash: genesisHash ?? base58.encode(randomBytes(32)), seed: randomBytes(32).toString('hex'),
    time: now() };
}

const NO_RECORDER = { reached() {}, landed() {} };

/**
 * The chain: a runtime plus what it has no notion of: slots, the window of blockhashes, older account states, a store of
 * transactions, forks. Its recorder hears of every slot (`reached`) and of every change (`landed`) before any caller does.
 */
export class Chain {
  #runtime = new Runtime();
  #history = new AccountHistory();
  #held = [];                    // {tx, due}: accepted, lands later
  #checkpoint = null;
  #blockTimes = new Map();       // slot -> unix seconds, the newest ones
  #hashes;
  #recorder = NO_RECORDER;
  ledger = new Ledger();

  constructor({ confirmSlots, finalSlots, genesis }) {
    this.confirmSlots = BigInt(confirmSlots);
    this.finalSlots = BigInt(finalSlots);
    this.genesisHash = genesis.genesisHash;
    this.#hashes = new Blockhashes(Buffer.from(genesis.seed, 'hex'));
    this.slot = this.#runtime.slot;
    this.moveTo(this.slot + SLOTS_BEFORE, genesis.time);
  }

  recordWith(recorder) {
    this.#recorder = recorder;
    recorder.reached(this.slot);
  }

  // ---- time

  heightAt = slot => slot - SKIPPED;

  get height() {
    return this.heightAt(this.slot);
  }

  advance(slots = 1n) {
    for (let i = 0n; i < slots; i++) {
      this.moveTo(this.slot + 1n, now());
      this.#landDue();
    }
    this.#recorder.reached(this.slot);
  }

  /** Jumps to a later slot; nothing lands in between. */
  moveTo(slot, unixSeconds) {
    if (slot === this.slot) return;
    this.#hashes.extend(this.slot, slot, this.heightAt);
    this.slot = slot;
    this.#runtime.enter(slot, unixSeconds);
    this.#blockTimes.set(slot, unixSeconds);
    if (this.#blockTimes.size > BLOCK_TIMES_KEPT) this.#blockTimes.delete(this.#blockTimes.keys().next().value);
  }

  /** Unix seconds, null for a slot that is unknown or long gone. */
  blockTime(slot) {
    return this.#blockTimes.get(slot) ?? null;
  }

  blockhashAt(slot) {
    return this.#hashes.at(slot);
  }

  blockhashValid(hash, slot = this.slot) {
    return this.#hashes.valid(hash, slot, this.heightAt(slot));
  }

  // ---- reads

  account(address) {
    return this.#runtime.account(address);
  }

  accountAt(address, slot) {
    return this.#history.at(address, slot, this.account(address));
  }

  programAccountsAt(program, slot) {
    const addresses = new Set([...this.#runtime.programAccounts(program), ...this.#history.addresses()]);
    return [...addresses].map(address => ({ address, account: this.accountAt(address, slot) }))
      .filter(({ account }) => account && base58.encode(account.owner()) === program);
  }

  rent(bytes) {
    return this.#runtime.rent(bytes);
  }

  simulate(tx, { sigVerify, replaceBlockhash, slot }) {
    const nothing = { logs: [], units: 0n, post: new Map() };
    if (!replaceBlockhash && this.ledger.has(tx.signature)) return { err: 'AlreadyProcessed', ...nothing };
    if (!replaceBlockhash && !this.blockhashValid(tx.blockhash, slot)) return { err: 'BlockhashNotFound', ...nothing };
    return this.#runtime.simulate(tx, { sigVerify });
  }

  // ---- changes

  /** Runs the transaction in the current slot. @returns its `err`, undefined when it pays no fee and so leaves no trace */
  land(tx) {
    const result = execute(this.#runtime, tx);
    if (result === null) return undefined;
    const { err, price, meta, changed } = result;
    changed.forEach(({ address, before }) => this.#history.remember(address, this.slot, before));
    this.#landed({ signature: tx.signature, tx, err, price, meta });
    this.#record('transaction', { bytes: Buffer.from(tx.raw).toString('base64'), err });
    return err;
  }

  /** The transaction lands `slots` later, if its blockhash still lives. */
  hold(tx, slots) {
    this.#held.push({ tx, due: this.slot + slots });
  }

  holds(signature) {
    return this.#held.some(({ tx }) => tx.signature === signature);
  }

  /** @returns whether the faucet could pay */
  airdrop(address, lamports, signature = base58.encode(randomBytes(64))) {
    const before = this.account(address);
    if (!this.#runtime.airdrop(address, lamports)) return null;
    this.#history.remember(address, this.slot, before);
    this.#landed({ signature, tx: null, err: null, price: 0n, meta: null });
    this.#record('airdrop', { signature, address, lamports: lamports.toString() });
    return signature;
  }

  /** Writes an account that no program would write: for tests of readers. */
  setAccount(address, { lamports, owner, data }) {
    this.#history.remember(address, this.slot, this.account(address));
    this.#runtime.setAccount(address, { lamports, owner, data });
    this.#record('account', { address, owner, lamports: lamports.toString(), data: Buffer.from(data).toString('base64') });
  }

  // ---- forks

  /** Remembers this point. @returns size of the snapshot in bytes */
  checkpoint() {
    const snapshot = this.#runtime.snapshot();
    this.#checkpoint = { slot: this.slot, snapshot, landed: this.ledger.size, history: this.#history.copy() };
    this.#record('checkpoint', {});
    return snapshot.length;
  }

  get checkpointIsFinal() {
    return this.#checkpoint !== null && this.slot - this.#checkpoint.slot >= this.finalSlots;
  }

  /**
   * The cluster takes another fork: what landed since the checkpoint is gone, and so are its blockhashes. Time does not go
   * back: the caller advances to the first slot of the new fork.
   * @returns the lost signatures
   */
  rollback() {
    if (this.#checkpoint === null) throw new Error('no checkpoint');
    const { slot, snapshot, landed, history } = this.#checkpoint;
    const lost = this.ledger.all().slice(landed).map(record => record.signature);
    this.#runtime = new Runtime(snapshot);
    this.#history = history.copy();
    this.ledger = this.ledger.until(landed);
    this.#hashes.abandonAfter(slot);
    this.#record('rollback', {});
    return lost;
  }

  #landed(record) {
    this.ledger.add({ ...record, slot: this.slot, blockTime: this.blockTime(this.slot) });
  }

  #landDue() {
    const due = this.#held.filter(held => held.due <= this.slot);
    this.#held = this.#held.filter(held => held.due > this.slot);
    for (const { tx } of due) {
      if (!this.ledger.has(tx.signature) && this.blockhashValid(tx.blockhash)) this.land(tx);
    }
  }

  #record(kind, content) {
    this.#recorder.landed({ kind, slot: Number(this.slot), time: this.blockTime(this.slot), ...content });
  }
}

const now = () => Math.floor(Date.now() / 1000);
