import assert from 'node:assert/strict';
import test from 'node:test';
import * as base58 from '../lib/bytes/base58.mjs';

// from the Bitcoin reference implementation's base58 test data
const VECTORS = [['', ''], ['61', '2g'], ['626262', 'a3gV'], ['636363', 'aPEr'], ['516b6fcd0f', 'ABnLTmg'],
  ['572e4794', '3EFU7m'], ['10c8511e', 'Rt5zm'], ['00000000000000000000', '1111111111'],
  ['00eb15231dfceb60925886b67d065299925915aeb172c06647', '1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L']];

for (const [hex, text] of VECTORS) {
  test(`base58 of "${hex}" is "${text}" and back`, () => {
    assert.equal(base58.encode(Buffer.from(hex, 'hex')), text);
    assert.equal(Buffer.from(base58.decode(text)).toString('hex'), hex);
  });
}

test('a character outside the alphabet is refused', () => {
  for (const text of ['0', 'O', 'I', 'l', 'a b', 'é']) assert.throws(() => base58.decode(text), /base58/);
});
