import { generateKeyPairSync, sign } from 'node:crypto';
import * as base58 from '../../lib/bytes/base58.mjs';

const MEMO = base58.decode('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr');
const SYSTEM = new Uint8Array(32);

/** A key pair that builds and signs legacy transactions by hand, so that the tests do not rely on the code under test. */
export class Wallet {
  #privateKey;

  constructor(server) {
    this.server = server;
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.#privateKey = privateKey;
    this.key = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
    this.address = base58.encode(this.key);
  }

  static async funded(server, lamports = 1_000_000_000) {
    const wallet = new Wallet(server);
    await server.result('requestAirdrop', wallet.address, lamports);
    return wallet;
  }

  /** Signs a memo with the blockhash given, or the newest one. */
  async memo(text, blockhash) {
    const data = Buffer.from(text);
    const length = data.length < 128 ? [data.length] : [data.length & 127 | 128, data.length >> 7];
    return this.#signed([1, 0, 1, 2, ...this.key, ...MEMO], await this.#blockhash(blockhash), [1, 1, 1, 0, ...length, ...data]);
  }

  async transfer(to, lamports) {
    const data = Buffer.alloc(12);
    data.writeUInt32LE(2);
    data.writeBigUInt64LE(BigInt(lamports), 4);
    return this.#signed([1, 0, 1, 3, ...this.key, ...to, ...SYSTEM], await this.#blockhash(), [1, 2, 2, 0, 1, 12, ...data]);
  }

  /**
   * Signs a transaction of which this wallet is the only signer.
   * @param readOnly how many of the other keys, the last ones, are read-only
   * @param calls `[program, accounts, data]` by index into all keys
   */
  async transaction(readOnly, others, calls, blockhash) {
    const head = [1, 0, readOnly, others.length + 1, ...this.key, ...others.flatMap(key => [...key])];
    const tail = calls.flatMap(([program, accounts, data]) => [program, accounts.length, ...accounts, data.length, ...data]);
    return this.#signed(head, await this.#blockhash(blockhash), [calls.length, ...tail]);
  }

  send(tx, options = {}, node = '/') {
    const text = Buffer.from(tx).toString('base64');
    return this.server.callAt(node, 'sendTransaction', text, { encoding: 'base64', skipPreflight: true, ...options });
  }

  async status(tx) {
    const { value } = await this.server.result('getSignatureStatuses', [signatureOf(tx)], { searchTransactionHistory: true });
    return value[0];
  }

  async balance(commitment = 'processed') {
    return (await this.server.result('getBalance', this.address, { commitment })).value;
  }

  async #blockhash(given) {
    return given ?? (await this.server.result('getLatestBlockhash', { commitment: 'confirmed' })).value.blockhash;
  }

  #signed(head, blockhash, tail) {
    const message = Buffer.from([...head, ...base58.decode(blockhash), ...tail]);
    return Buffer.concat([Buffer.from([1]), sign(null, message, this.#privateKey), message]);
  }
}

export const signatureOf = tx => base58.encode(tx.subarray(1, 65));
