// Shapes that several methods answer with.
import * as base58 from '../bytes/base58.mjs';
import { RpcError } from '../rpc-error.mjs';
import { TOKEN_2022 } from '../programs.mjs';
import { isTokenProgram, parseToken } from '../token-accounts.mjs';

export const VERSION = '4.3.0';
const MAX_BASE58_DATA = 128;

export const withContext = (slot, value) => ({ context: { apiVersion: VERSION, slot }, value });

/** @param decimalsOf mint address to decimals, for `jsonParsed` */
export function encodeAccount(account, { encoding, dataSlice } = {}, decimalsOf = () => 0) {
  const owner = base58.encode(account.owner());
  const data = account.data();
  const parsed = encoding === 'jsonParsed' && isTokenProgram(owner) ? parseToken(data, decimalsOf) : null;
  return { data: parsed ? parsedData(owner, parsed, data.length) : encodeData(slice(data, dataSlice), encoding),
    executable: account.executable(), lamports: account.lamports(), owner, rentEpoch: account.rentEpoch(), space: data.length };
}

const parsedData = (owner, parsed, space) => ({ program: owner === TOKEN_2022 ? 'spl-token-2022' : 'spl-token', parsed, space });

const slice = (data, part) => part ? data.subarray(part.offset ?? 0, (part.offset ?? 0) + (part.length ?? 0)) : data;

function encodeData(data, encoding) {
  if (encoding !== undefined && encoding !== 'base58') return [Buffer.from(data).toString('base64'), 'base64'];
  if (data.length > MAX_BASE58_DATA) {
    throw new RpcError(-32600, 'Encoded binary (base 58) data should be less than 128 bytes, please use Base64 encoding.');
  }
  return encoding ? [base58.encode(data), 'base58'] : base58.encode(data);
}

export const decimalsOf = chain => mint => chain.account(mint)?.data()[44] ?? 0;
