// Transaction bytes to structure. Malformed bytes that reach the native module abort the whole process, so every length
// and every index is checked here.
import { invalidParams } from '../rpc-error.mjs';
import * as base58 from './base58.mjs';
import { Reader } from './reader.mjs';

const VERSIONED = 128;
const sanitize = () => invalidParams('invalid transaction: Transaction failed to sanitize accounts offsets correctly');

/**
 * @param bytes one legacy or v0 transaction, nothing behind it
 * @param readAccount address to account, to resolve address lookup tables
 */
export function decodeTransaction(bytes, readAccount) {
  const reader = new Reader(bytes);
  const signatures = reader.list(() => base58.encode(reader.take(64)));
  const message = readMessage(reader);
  reader.end();
  checkHeader(signatures, message);
  const loaded = resolveLookups(message.lookups, readAccount);
  const all = [...message.keys, ...loaded.writable, ...loaded.readonly];
  checkIndexes(message, all);
  const writable = [...message.keys.filter((_, index) => isWritable(index, message)), ...loaded.writable];
  return { signature: signatures[0], signatures, ...message, all, writable, loaded, raw: bytes };
}

function readMessage(reader) {
  let version = 'legacy';
  let required = reader.byte();
  if (required & VERSIONED) {
    version = required & 127;
    if (version !== 0) throw invalidParams(`unsupported transaction version ${version}`);
    required = reader.byte();
  }
  const header = { required, readonlySigned: reader.byte(), readonlyUnsigned: reader.byte() };
  const keys = reader.list(() => reader.key());
  const blockhash = reader.key();
  const instructions = reader.list(() => ({ program: reader.byte(), accounts: [...reader.sized()], data: reader.sized() }));
  const lookups = version === 'legacy' ? [] : reader.list(() => (
    { table: reader.key(), writableIndexes: [...reader.sized()], readonlyIndexes: [...reader.sized()] }));
  return { version, header, keys, blockhash, instructions, lookups };
}

function checkHeader(signatures, { header: { required, readonlySigned, readonlyUnsigned }, keys }) {
  if (signatures.length !== required || required < 1 || keys.length < required) throw sanitize();
  if (readonlySigned >= required || readonlyUnsigned > keys.length - required) throw sanitize();
}

function checkIndexes({ keys, instructions }, all) {
  if (all.length > 256) throw sanitize();
  for (const { program, accounts } of instructions) {
    if (program === 0 || program >= keys.length || accounts.some(index => index >= all.length)) throw sanitize();
  }
}

function isWritable(index, { header: { required, readonlySigned, readonlyUnsigned }, keys }) {
  return index < required ? index < required - readonlySigned : index < keys.length - readonlyUnsigned;
}

const TABLE_HEADER = 56;

function resolveLookups(lookups, readAccount) {
  const loaded = { writable: [], readonly: [] };
  for (const { table, writableIndexes, readonlyIndexes } of lookups) {
    const data = readAccount(table)?.data() ?? new Uint8Array();
    const entry = index => {
      const from = TABLE_HEADER + 32 * index;
      if (from + 32 > data.length) throw invalidParams('invalid transaction: Transaction address table lookup error');
      return base58.encode(data.subarray(from, from + 32));
    };
    loaded.writable.push(...writableIndexes.map(entry));
    loaded.readonly.push(...readonlyIndexes.map(entry));
  }
  return loaded;
}
