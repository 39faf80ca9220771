import * as base58 from '../bytes/base58.mjs';
import { address, config } from '../bytes/parameters.mjs';
import { invalidParams } from '../rpc-error.mjs';
import { isTokenAccount, parseToken, tokenAmount } from '../token-accounts.mjs';
import { decimalsOf, encodeAccount, withContext } from './answer.mjs';

export const tokens = {
  getTokenAccountsByOwner(params, { node, chain }) {
    const owner = address(params[0]);
    const options = { encoding: 'base64', ...config(params, 2) };
    const slot = node.slotFor(options);
    const { program, mint } = tokenFilter(config(params, 1), slot, chain);
    const found = chain.programAccountsAt(program, slot).filter(({ account }) => belongs(account.data(), owner, mint));
    return withContext(slot, found.map(({ address: pubkey, account }) => (
      { pubkey, account: encodeAccount(account, options, decimalsOf(chain)) })));
  },

  getTokenAccountBalance(params, { node, chain }) {
    const slot = node.slotFor(config(params, 1));
    return withContext(slot, parsed(params[0], 'account', slot, chain).tokenAmount);
  },

  getTokenSupply(params, { node, chain }) {
    const slot = node.slotFor(config(params, 1));
    const { supply, decimals } = parsed(params[0], 'mint', slot, chain);
    return withContext(slot, tokenAmount(BigInt(supply), decimals));
  },
};

function tokenFilter({ mint, programId }, slot, chain) {
  if (programId) return { program: address(programId) };
  if (!mint) throw invalidParams('Invalid params: mint or programId');
  const account = chain.accountAt(address(mint), slot);
  if (!account) throw invalidParams('Invalid param: could not find mint');
  return { program: base58.encode(account.owner()), mint };
}

const belongs = (data, owner, mint) => isTokenAccount(data) && base58.encode(data.subarray(32, 64)) === owner
  && (mint === undefined || base58.encode(data.subarray(0, 32)) === mint);

function parsed(text, type, slot, chain) {
  const account = chain.accountAt(address(text), slot);
  const token = account && parseToken(account.data(), decimalsOf(chain));
  if (token?.type !== type) throw invalidParams(`Invalid param: not a Token ${type}`);
  return token.info;
}
