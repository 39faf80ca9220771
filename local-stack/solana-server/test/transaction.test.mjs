import assert from 'node:assert/strict';
import test from 'node:test';
import { Reader } from '../lib/bytes/reader.mjs';
import { decodeTransaction } from '../lib/bytes/transaction.mjs';

// one signer, one program, one instruction of three bytes: every field has its place
const bytes = (changes = {}) => {
  const parts = { signatures: [1, ...new Uint8Array(64)], header: [1, 0, 1], keys: [2, ...new Uint8Array(64).fill(7)],
    blockhash: [...new Uint8Array(32)], instructions: [1, 1, 1, 0, 3, 9, 8, 7], ...changes };
  return Uint8Array.from(Object.values(parts).flat());
};
const decode = input => decodeTransaction(input, () => null);

test('a good transaction decodes into its fields', () => {
  const tx = decode(bytes());
  assert.deepEqual(tx.instructions, [{ program: 1, accounts: [0], data: Uint8Array.of(9, 8, 7) }]);
  assert.deepEqual([tx.version, tx.keys.length, tx.writable.length], ['legacy', 2, 1]);
});

test('every truncation is refused', () => {
  const whole = bytes();
  for (let length = 0; length < whole.length; length++) assert.throws(() => decode(whole.subarray(0, length)), { code: -32602 });
});

const REFUSED = {
  'a byte behind the end': { instructions: [1, 1, 1, 0, 3, 9, 8, 7, 0] },
  'a program index outside the keys': { instructions: [1, 2, 1, 0, 0] },
  'the fee payer as program': { instructions: [1, 0, 1, 0, 0] },
  'an account index outside the keys': { instructions: [1, 1, 1, 2, 0] },
  'more signatures than the header wants': { signatures: [2, ...new Uint8Array(128)] },
  'no signer': { signatures: [0], header: [0, 0, 1] },
  'more signers than keys': { signatures: [3, ...new Uint8Array(192)], header: [3, 0, 0] },
  'only read-only signers': { header: [1, 1, 0] },
  'more read-only keys than keys': { header: [1, 0, 2] },
  'a length that is not in its shortest form': { instructions: [1, 1, 1, 0, 0x83, 0, 9, 8, 7] },
  'version 1': { header: [129, 1, 0, 1] },
};
for (const [name, change] of Object.entries(REFUSED)) {
  test(`refuses ${name}`, () => assert.throws(() => decode(bytes(change)), { code: -32602 }));
}

test('compact-u16 ends at 65535', () => {
  assert.equal(new Reader(Uint8Array.of(0xff, 0xff, 0x03)).length(), 65_535);
  for (const bad of [[0x80, 0x80, 0x04], [0xff, 0xff, 0xff, 0x01], [0x80, 0x00], [0x80]]) {
    assert.throws(() => new Reader(Uint8Array.from(bad)).length(), { code: -32602 });
  }
});

test('a lookup table that does not exist is refused', () => {
  const table = [1, ...new Uint8Array(32), 1, 0, 0];
  assert.throws(() => decode(bytes({ header: [128, 1, 0, 1], instructions: [1, 1, 1, 0, 0, ...table] })), { code: -32602 });
});
