// jsonParsed view of SPL Token and Token-2022 accounts (layouts: spl-token, spl-token-2022 interface crates).
import * as base58 from './bytes/base58.mjs';
import { view } from './bytes/reader.mjs';
import { TOKEN, TOKEN_2022 } from './programs.mjs';

const MINT_BYTES = 82;
const ACCOUNT_BYTES = 165;       // the account type stands behind it when there are extensions
const FIRST_EXTENSION = 166;
const EXTENSIONS = `uninitialized transferFeeConfig transferFeeAmount mintCloseAuthority confidentialTransferMint
  confidentialTransferAccount defaultAccountState immutableOwner memoTransfer nonTransferable interestBearingConfig cpiGuard
  permanentDelegate nonTransferableAccount transferHook transferHookAccount confidentialTransferFeeConfig
  confidentialTransferFeeAmount metadataPointer tokenMetadata groupPointer tokenGroup groupMemberPointer tokenGroupMember
  confidentialMintBurn scaledUiAmountConfig pausableConfig pausableAccount`.split(/\s+/);
const STATES = ['uninitialized', 'initialized', 'frozen'];

const key = (data, at) => base58.encode(data.subarray(at, at + 32));
const optionalKey = (data, at) => view(data).getUint32(at, true) === 1 ? key(data, at + 4) : null;
const keyUnlessZero = bytes => bytes.length !== 32 || bytes.every(byte => byte === 0) ? null : base58.encode(bytes);

export const isTokenProgram = owner => owner === TOKEN || owner === TOKEN_2022;
export const isTokenAccount = data => data.length === ACCOUNT_BYTES || (data.length > ACCOUNT_BYTES && data[ACCOUNT_BYTES] === 2);
const isMint = data => data.length === MINT_BYTES || (data.length > ACCOUNT_BYTES && data[ACCOUNT_BYTES] === 1);

export function tokenAmount(amount, decimals) {
  const digits = amount.toString().padStart(decimals + 1, '0');
  const text = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '') : digits;
  return { amount: amount.toString(), decimals, uiAmount: Number(text), uiAmountString: text };
}

/**
 * @param decimalsOf mint address to decimals
 * @returns {type: 'account' | 'mint', info}, null when the bytes are neither
 */
export function parseToken(data, decimalsOf) {
  if (isTokenAccount(data) && data[108] !== 0) return { type: 'account', info: accountInfo(data, decimalsOf) };
  if (isMint(data)) return { type: 'mint', info: mintInfo(data) };
  return null;
}

function accountInfo(data, decimalsOf) {
  const mint = key(data, 0);
  const decimals = decimalsOf(mint);
  const amountAt = at => tokenAmount(view(data).getBigUint64(at, true), decimals);
  const delegate = optionalKey(data, 72);
  const closeAuthority = optionalKey(data, 129);
  return { mint, owner: key(data, 32), state: STATES[data[108]], isNative: view(data).getUint32(109, true) === 1,
    tokenAmount: amountAt(64), ...(delegate && { delegate, delegatedAmount: amountAt(121) }),
    ...(closeAuthority && { closeAuthority }), ...extensionList(data) };
}

function mintInfo(data) {
  return { decimals: data[44], isInitialized: data[45] === 1, mintAuthority: optionalKey(data, 0),
    freezeAuthority: optionalKey(data, 46), supply: view(data).getBigUint64(36, true).toString(), ...extensionList(data) };
}

function extensionList(data) {
  return data.length > ACCOUNT_BYTES ? { extensions: extensions(data) } : {};
}

function extensions(data) {
  const found = [];
  for (let at = FIRST_EXTENSION; at + 4 <= data.length;) {
    const type = view(data).getUint16(at, true);
    const length = view(data).getUint16(at + 2, true);
    if (type === 0 || at + 4 + length > data.length) break;
    const state = extensionState(type, data.subarray(at + 4, at + 4 + length));
    found.push({ extension: EXTENSIONS[type] ?? 'unparseableExtension', ...(state && { state }) });
    at += 4 + length;
  }
  return found;
}

function extensionState(type, value) {
  switch (EXTENSIONS[type]) {
    case 'mintCloseAuthority': return { closeAuthority: keyUnlessZero(value.subarray(0, 32)) };
    case 'defaultAccountState': return { accountState: STATES[value[0]] };
    case 'permanentDelegate': return { delegate: keyUnlessZero(value.subarray(0, 32)) };
    case 'metadataPointer':
      return { authority: keyUnlessZero(value.subarray(0, 32)), metadataAddress: keyUnlessZero(value.subarray(32, 64)) };
    default: return null;
  }
}
