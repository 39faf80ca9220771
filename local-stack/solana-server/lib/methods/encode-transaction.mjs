import * as base58 from '../bytes/base58.mjs';
import { invalidParams } from '../rpc-error.mjs';

/** A decoded transaction as getTransaction returns it. */
export function encodeTransaction(tx, encoding) {
  switch (encoding) {
    case 'base64': return [Buffer.from(tx.raw).toString('base64'), 'base64'];
    case 'base58': return [base58.encode(tx.raw), 'base58'];
    case 'json': return { signatures: tx.signatures, message: message(tx) };
    default: throw invalidParams(`unsupported encoding: ${encoding}. Supported encodings: base58, base64, json`);
  }
}

function message({ version, header, keys, blockhash, instructions, lookups }) {
  return {
    header: { numRequiredSignatures: header.required, numReadonlySignedAccounts: header.readonlySigned,
      numReadonlyUnsignedAccounts: header.readonlyUnsigned },
    accountKeys: keys,
    recentBlockhash: blockhash,
    instructions: instructions.map(({ program, accounts, data }) => (
      { programIdIndex: program, accounts, data: base58.encode(data), stackHeight: 1 })),
    ...(version !== 'legacy' && {
      addressTableLookups: lookups.map(({ table, ...indexes }) => ({ accountKey: table, ...indexes })),
    }),
  };
}
