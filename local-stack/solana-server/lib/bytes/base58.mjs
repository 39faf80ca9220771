const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const VALUE = new Map([...ALPHABET].map((character, value) => [character, BigInt(value)]));

const leading = (sequence, zero) => {
  let count = 0;
  while (count < sequence.length && sequence[count] === zero) count++;
  return count;
};

/** Bytes to base58 (Bitcoin alphabet); every leading zero byte is a `1`. */
export function encode(bytes) {
  const zeros = leading(bytes, 0);
  let rest = zeros === bytes.length ? 0n : BigInt('0x' + Buffer.from(bytes).toString('hex'));
  let digits = '';
  for (; rest > 0n; rest /= 58n) digits = ALPHABET[Number(rest % 58n)] + digits;
  return '1'.repeat(zeros) + digits;
}

/** Base58 to bytes; throws on a character outside the alphabet. */
export function decode(text) {
  let value = 0n;
  for (const character of text) {
    const digit = VALUE.get(character);
    if (digit === undefined) throw new Error('invalid base58 character');
    value = value * 58n + digit;
  }
  let hex = value === 0n ? '' : value.toString(16);
  if (hex.length % 2) hex = '0' + hex;
  return Uint8Array.from([...new Uint8Array(leading(text, '1')), ...Buffer.from(hex, 'hex')]);
}
