/** JSON with 64-bit integers as plain numbers, beyond 2^53 too. */
export function toJson(value) {
  const marked = JSON.stringify(value, (key, member) => typeof member === 'bigint' ? `\u0001${member}` : member);
  return marked.replace(/"\\u0001(-?\d+)"/g, '$1');
}
