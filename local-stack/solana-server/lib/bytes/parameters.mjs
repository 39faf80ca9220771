// JSON-RPC parameters to values. Each function refuses with -32602 what a node would refuse.
import { invalidParams } from '../rpc-error.mjs';
import * as base58 from './base58.mjs';

const TYPE = 'solana_transaction::versioned::VersionedTransaction';
const MAX_BYTES = 1232;
const MAX_TEXT = { base64: 1644, base58: 1683 };

/** The configuration object at `index`, empty when absent. */
export function config(params, index) {
  const value = params[index] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidParams('Invalid params: expected a map.');
  return value;
}

export function address(text) {
  let bytes;
  try {
    bytes = base58.decode(string(text));
  } catch {
    throw invalidParams('Invalid param: Invalid');
  }
  if (bytes.length !== 32) throw invalidParams('Invalid param: WrongSize');
  return text;
}

export function u64(value) {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalidParams('Invalid params: invalid type, expected u64.');
  }
  const exact = BigInt(value);
  if (exact >= 1n << 64n) throw invalidParams('Invalid params: number too large to fit in u64.');
  return exact;
}

export function sequence(value, max) {
  if (!Array.isArray(value)) throw invalidParams('Invalid params: expected a sequence.');
  if (value.length > max) throw invalidParams(`Too many inputs provided; max ${max}`);
  return value;
}

export function string(value) {
  if (typeof value !== 'string') throw invalidParams('Invalid params: invalid type, expected a string.');
  return value;
}

/** Bytes of a `sendTransaction` or `simulateTransaction` parameter. */
export function transactionBytes(text, encoding = 'base58') {
  const max = Object.hasOwn(MAX_TEXT, encoding) ? MAX_TEXT[encoding] : null;
  if (max === null) throw invalidParams(`unsupported encoding: ${encoding}. Supported encodings: base58, base64`);
  if (string(text).length > max) {
    throw invalidParams(`${encoding} encoded ${TYPE} too large: ${text.length} bytes (max: encoded/raw ${max}/${MAX_BYTES})`);
  }
  const bytes = encoding === 'base64' ? base64(text) : base58Bytes(text);
  if (bytes.length > MAX_BYTES) throw invalidParams(`decoded ${TYPE} too large: ${bytes.length} bytes (max: ${MAX_BYTES} bytes)`);
  return bytes;
}

export function base64(text) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(string(text)) || text.length % 4) throw invalidParams('invalid base64 encoding');
  return Uint8Array.from(Buffer.from(text, 'base64'));
}

export function base58Bytes(text) {
  try {
    return base58.decode(string(text));
  } catch {
    throw invalidParams('invalid base58 encoding');
  }
}
