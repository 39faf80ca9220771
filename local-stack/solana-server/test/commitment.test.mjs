import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from './support/server.mjs';
import { Wallet, signatureOf } from './support/wallet.mjs';

test('a balance is visible at finalized 32 slots after it is at processed', async t => {
  const server = await start(t);
  const wallet = await Wallet.funded(server, 5_000_000);
  assert.deepEqual([await wallet.balance('processed'), await wallet.balance('confirmed'), await wallet.balance()], [5_000_000, 0, 5_000_000]);
  await server.advance(1);
  assert.equal(await wallet.balance('confirmed'), 5_000_000);
  await server.advance(30);
  assert.equal(await wallet.balance('finalized'), 0);
  await server.advance(1);
  assert.equal(await wallet.balance('finalized'), 5_000_000);
});

test('a memo goes processed, confirmed, finalized and reads back byte for byte', async t => {
  const server = await start(t);
  const wallet = await Wallet.funded(server);
  const text = 'spine1:d:' + 'ab'.repeat(32);
  const tx = await wallet.memo(text);
  assert.equal((await wallet.send(tx, { skipPreflight: false })).result, signatureOf(tx));
  assert.equal((await wallet.status(tx)).confirmationStatus, 'processed');
  await server.advance(1);
  assert.equal((await wallet.status(tx)).confirmationStatus, 'confirmed');
  const read = () => server.result('getTransaction', signatureOf(tx), { encoding: 'base64', commitment: 'finalized' });
  assert.equal(await read(), null);
  await server.advance(31);
  const back = await read();
  assert.deepEqual(back.transaction, [tx.toString('base64'), 'base64']);
  assert.equal(back.meta.err, null);
  assert.equal(back.meta.fee, 5000);
  assert.deepEqual(await wallet.status(tx), { slot: back.slot, confirmations: null, err: null, status: { Ok: null }, confirmationStatus: 'finalized' });
});

test('slots and heights keep their distance between levels', async t => {
  const server = await start(t, '--confirm-slots', '2', '--final-slots', '10');
  const info = async commitment => server.result('getEpochInfo', { commitment });
  const [top, confirmed, final] = [await info('processed'), await info('confirmed'), await info('finalized')];
  assert.deepEqual([top.absoluteSlot - confirmed.absoluteSlot, top.absoluteSlot - final.absoluteSlot], [2, 10]);
  assert.equal(top.blockHeight - final.blockHeight, 10);
  assert.equal(await server.result('getBlockHeight', { commitment: 'finalized' }), final.blockHeight);
  assert.equal(await server.result('getSlot'), final.absoluteSlot);
});

test('an unknown commitment is refused as a node refuses it', async t => {
  const server = await start(t);
  const { error } = await server.call('getSlot', { commitment: 'CONFIRMED' });
  assert.equal(error.code, -32602);
  assert.match(error.message, /unknown variant `CONFIRMED`/);
  const wallet = new Wallet(server);
  assert.equal((await server.call('getSignaturesForAddress', wallet.address, { commitment: 'processed' })).error.code, -32602);
});

test('minContextSlot refuses a read from the past', async t => {
  const server = await start(t);
  const slot = await server.result('getSlot', { commitment: 'processed' });
  const { error } = await server.call('getLatestBlockhash', { commitment: 'finalized', minContextSlot: slot });
  assert.deepEqual([error.code, error.data], [-32016, { contextSlot: slot - 32 }]);
});
