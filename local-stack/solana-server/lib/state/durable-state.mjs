import fs from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { decodeTransaction } from '../bytes/transaction.mjs';
import { Chain, newGenesis } from '../chain/chain.mjs';
import { DirectoryLock } from './directory-lock.mjs';
import { Journal } from './journal.mjs';
import { StateError } from './state-error.mjs';

const FORMAT = 1;

/** A chain whose changes are in a journal before anybody hears of them; the next start replays the journal. */
export class DurableState {
  #lock;
  #journal;
  #ahead;
  #reserved = 0n;                // slots up to here have been announced in the journal
  #onFailure;

  /**
   * @param directory made when it is not there
   * @param ahead slots to announce at a time; after a kill the chain goes on behind the last one announced, so that no slot
   *     that a client saw comes back
   * @param onFailure called when the journal cannot be written; it must not return
   */
  constructor(directory, { ahead, onFailure }) {
    fs.mkdirSync(directory, { recursive: true });
    this.#lock = new DirectoryLock(directory);
    this.#journal = new Journal(directory);
    this.#ahead = BigInt(ahead);
    this.#onFailure = onFailure;
  }

  /** @returns {chain, replayed, torn}: changes replayed, bytes of a torn last line that were cut off */
  open({ genesisHash, ...settings }) {
    const { entries: [first, ...changes], torn } = this.#journal.read();
    const genesis = first === undefined ? this.#begin(genesisHash) : this.#readGenesis(first, genesisHash);
    const chain = new Chain({ ...settings, genesis });
    changes.forEach((entry, index) => this.#replay(chain, entry, index + 2));
    chain.moveTo(lastSlot(changes, chain.slot), Math.floor(Date.now() / 1000));
    chain.recordWith(this);
    return { chain, replayed: changes.filter(isChange).length, torn };
  }

  /** The chain has come to `slot`. */
  reached(slot) {
    if (slot <= this.#reserved) return;
    this.#reserved = slot + this.#ahead;
    this.#append({ kind: 'slots', upTo: Number(this.#reserved) });
  }

  /** Something has landed. */
  landed(entry) {
    this.#append(entry);
  }

  /** An orderly end: the next start goes on in exactly this slot. */
  close(slot) {
    this.#append({ kind: 'stop', slot: Number(slot) });
    this.#journal.close();
    this.#lock.release();
  }

  #begin(genesisHash) {
    const genesis = newGenesis(genesisHash);
    this.#append({ kind: 'genesis', format: FORMAT, ...genesis });
    return genesis;
  }

  #readGenesis({ kind, format, ...genesis }, wanted) {
    if (kind !== 'genesis') throw this.#journal.damaged(1, 'no genesis');
    if (format !== FORMAT) throw this.#journal.damaged(1, `format ${format}, this server reads ${FORMAT}`);
    if (wanted !== undefined && wanted !== genesis.genesisHash) {
      throw new StateError(`--genesis ${wanted}, but the state directory holds the chain ${genesis.genesisHash}`);
    }
    return genesis;
  }

  #replay(chain, entry, line) {
    if (MARKS.includes(entry.kind)) return;
    if (!isChange(entry)) throw this.#journal.damaged(line, `unknown kind ${entry.kind}`);
    if (entry.slot < chain.slot) throw this.#journal.damaged(line, `slot ${entry.slot} after slot ${chain.slot}`);
    let fits;
    try {
      chain.moveTo(BigInt(entry.slot), entry.time);
      fits = REPLAY[entry.kind](chain, entry);
    } catch (error) {
      throw this.#journal.damaged(line, error.message);
    }
    if (!fits) throw this.#journal.damaged(line, `the ${entry.kind} has another outcome than the journal says`);
  }

  #append(entry) {
    try {
      this.#journal.append(entry);
    } catch (error) {
      this.#onFailure(error);
    }
  }
}

/** Entries that say how far the clock had come. */
const MARKS = ['slots', 'stop'];

/** What each kind of entry does again, and whether it came to the same. */
const REPLAY = {
  transaction(chain, { bytes, err }) {
    const tx = decodeTransaction(Uint8Array.from(Buffer.from(bytes, 'base64')), address => chain.account(address));
    return isDeepStrictEqual(chain.land(tx), err);
  },
  airdrop: (chain, { address, lamports, signature }) => chain.airdrop(address, BigInt(lamports), signature) === signature,
  account(chain, { address, owner, lamports, data }) {
    chain.setAccount(address, { owner, lamports: BigInt(lamports), data: Buffer.from(data, 'base64') });
    return true;
  },
  checkpoint: chain => chain.checkpoint() > 0,
  rollback: chain => Array.isArray(chain.rollback()),
};

const isChange = entry => Object.hasOwn(REPLAY, entry.kind);

/** The slot to go on in: where the last orderly end was, else behind everything that may have been seen. */
function lastSlot(entries, first) {
  const slots = entries.reduce((slot, entry) => {
    if (entry.kind === 'stop') return entry.slot;
    return Math.max(slot, entry.upTo ?? entry.slot);
  }, Number(first));
  return BigInt(slots);
}
