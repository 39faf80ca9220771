import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import * as base58 from '../lib/bytes/base58.mjs';
import { start } from './support/server.mjs';
import { Wallet } from './support/wallet.mjs';

const TOKEN_2022 = 'TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb';
const now = { commitment: 'processed' };

/** A soulbound Token-2022 mint of 170 bytes and an account of 174 bytes that holds `amount` of it, as the program lays them out. */
async function token(server, amount, decimals = 0) {
  const [mint, account, owner] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const mintData = Buffer.alloc(170);
  mintData.writeUInt32LE(1, 0);
  owner.copy(mintData, 4);
  mintData.writeBigUInt64LE(7n, 36);
  mintData.set([decimals, 1], 44);
  mintData[165] = 1;
  mintData.writeUInt16LE(9, 166);
  const accountData = Buffer.alloc(174);
  mint.copy(accountData, 0);
  owner.copy(accountData, 32);
  accountData.writeBigUInt64LE(amount, 64);
  accountData[108] = 1;
  accountData[165] = 2;
  accountData.writeUInt16LE(13, 166);
  accountData.writeUInt16LE(7, 170);
  for (const [key, data] of [[mint, mintData], [account, accountData]]) {
    await server.control('setAccount', { address: base58.encode(key), owner: TOKEN_2022, data: data.toString('base64') });
  }
  return { mint: base58.encode(mint), account: base58.encode(account), owner: base58.encode(owner), accountData };
}

test('several accounts come in the order asked, null where there is none, from one slot', async t => {
  const server = await start(t);
  const { mint, account, accountData } = await token(server, 1n);
  const missing = base58.encode(randomBytes(32));
  const { context, value } = await server.result('getMultipleAccounts', [missing, account, mint], { encoding: 'base64', ...now });
  assert.deepEqual(value.map(entry => entry && entry.space), [null, 174, 170]);
  assert.deepEqual(value[1].data, [accountData.toString('base64'), 'base64']);
  assert.deepEqual([value[1].owner, value[1].executable], [TOKEN_2022, false]);
  assert.equal(context.slot, await server.result('getSlot', now));
  assert.deepEqual((await server.result('getMultipleAccounts', [account], { encoding: 'base64' })).value, [null]);
});

test('token accounts, balances and supply', async t => {
  const server = await start(t);
  const { mint, account, owner } = await token(server, 12_050n, 3);
  const amount = { amount: '12050', decimals: 3, uiAmount: 12.05, uiAmountString: '12.05' };
  assert.deepEqual((await server.result('getTokenAccountBalance', account, now)).value, amount);
  assert.equal((await server.result('getTokenSupply', mint, now)).value.amount, '7');
  for (const filter of [{ mint }, { programId: TOKEN_2022 }]) {
    const { value } = await server.result('getTokenAccountsByOwner', owner, filter, { encoding: 'jsonParsed', ...now });
    assert.deepEqual(value.map(entry => entry.pubkey), [account]);
    const { info } = value[0].account.data.parsed;
    assert.deepEqual([info.mint, info.owner, info.state, info.tokenAmount], [mint, owner, 'initialized', amount]);
    assert.deepEqual(info.extensions.map(entry => entry.extension), ['nonTransferableAccount', 'immutableOwner']);
  }
  assert.equal((await server.call('getTokenAccountBalance', mint, now)).error.code, -32602);
});

test('accounts of a program can be filtered by size and bytes', async t => {
  const server = await start(t);
  const { account, owner } = await token(server, 1n);
  await token(server, 1n);
  const find = async filters => (await server.result('getProgramAccounts', TOKEN_2022, { ...now, filters })).map(entry => entry.pubkey);
  assert.equal((await find([])).length, 4);
  assert.equal((await find([{ dataSize: 170 }])).length, 2);
  assert.deepEqual(await find([{ dataSize: 174 }, { memcmp: { offset: 32, bytes: owner } }]), [account]);
});

test('rent of an account without data, fee of a message, prices paid', async t => {
  const server = await start(t);
  const wallet = await Wallet.funded(server);
  assert.equal(await server.result('getMinimumBalanceForRentExemption', 0), 890_880);
  const tx = await wallet.memo('fee');
  assert.equal((await server.result('getFeeForMessage', tx.subarray(65).toString('base64'), now)).value, 5000);
  assert.equal((await server.result('getRecentPrioritizationFees', [])).length, 150);
});

test('integers beyond 2^53 arrive as plain numbers', async t => {
  const server = await start(t);
  const answer = await server.post('/', { jsonrpc: '2.0', id: 1, method: 'getAccountInfo', params: ['11111111111111111111111111111111', now] });
  assert.match(await answer.text(), /"rentEpoch":\d+[,}]/);
});

test('answers are compressed for those who ask, if the server was told to', async t => {
  const server = await start(t, '--gzip');
  const answer = await server.post('/', { jsonrpc: '2.0', id: 1, method: 'getHealth' });
  assert.equal(answer.headers.get('content-encoding'), 'gzip');
  assert.equal((await answer.json()).result, 'ok');
});
