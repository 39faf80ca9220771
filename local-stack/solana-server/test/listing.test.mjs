import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from './support/server.mjs';
import { Wallet, signatureOf } from './support/wallet.mjs';

async function fiveMemos(t) {
  const server = await start(t);
  const wallet = await Wallet.funded(server);
  const signatures = [];
  for (let i = 0; i < 5; i++) {
    const tx = await wallet.memo(`memo ${i}`);
    await wallet.send(tx);
    await server.advance(1);
    signatures.unshift(signatureOf(tx));
  }
  return { server, wallet, signatures };
}

test('memos are listed newest first as "[length] text"', async t => {
  const { server, wallet, signatures } = await fiveMemos(t);
  const list = await server.result('getSignaturesForAddress', wallet.address, { commitment: 'confirmed' });
  assert.deepEqual(list.map(entry => entry.signature), signatures);
  assert.deepEqual(list.map(entry => entry.memo), [4, 3, 2, 1, 0].map(i => `[6] memo ${i}`));
  assert.deepEqual(list[0].confirmationStatus, 'confirmed');
  assert.equal((await server.result('getSignaturesForAddress', wallet.address)).length, 0);
});

test('pages by before, until and limit', async t => {
  const { server, wallet, signatures } = await fiveMemos(t);
  const page = async options => (await server.result('getSignaturesForAddress', wallet.address, { commitment: 'confirmed', ...options }))
    .map(entry => entry.signature);
  assert.deepEqual(await page({ limit: 2 }), signatures.slice(0, 2));
  assert.deepEqual(await page({ limit: 2, before: signatures[1] }), signatures.slice(2, 4));
  assert.deepEqual(await page({ before: signatures[0], until: signatures[3] }), signatures.slice(1, 3));
  assert.deepEqual(await page({ before: signatures[4] }), []);
  assert.deepEqual(await page({ before: 'unknown' }), []);
  const { error } = await server.call('getSignaturesForAddress', wallet.address, { limit: 1001 });
  assert.equal(error.code, -32602);
});

test('/control memos lists every memo with signature, slot, err and fee payer', async t => {
  const { server, wallet, signatures } = await fiveMemos(t);
  const memos = await server.control('memos');
  assert.deepEqual(memos.map(entry => entry.signature), [...signatures].reverse());
  assert.deepEqual(Object.keys(memos[0]), ['memo', 'signature', 'slot', 'err', 'feePayer']);
  assert.equal(memos[0].feePayer, wallet.address);
});

test('statuses beyond 300 slots need searchTransactionHistory', async t => {
  const { server, signatures } = await fiveMemos(t);
  await server.advance(301);
  const at = async options => (await server.result('getSignatureStatuses', [signatures[0]], options)).value[0];
  assert.equal(await at({}), null);
  assert.equal((await at({ searchTransactionHistory: true })).confirmationStatus, 'finalized');
});
