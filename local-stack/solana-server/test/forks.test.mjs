import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from './support/server.mjs';
import { Wallet, signatureOf } from './support/wallet.mjs';

test('a fork takes a confirmed transaction and what it did, and the same bytes may land again', async t => {
  const server = await start(t);
  const wallet = await Wallet.funded(server);
  const before = await wallet.balance();
  const tx = await wallet.memo('fork');
  await server.control('checkpoint');
  await wallet.send(tx);
  await server.advance(2);
  assert.equal((await wallet.status(tx)).confirmationStatus, 'confirmed');
  assert.deepEqual((await server.control('rollback')).lost, [signatureOf(tx)]);
  assert.equal(await wallet.status(tx), null);
  assert.equal(await wallet.balance(), before);
  await wallet.send(tx);
  assert.equal((await wallet.status(tx)).err, null);
});

test('a fork takes its blockhashes along, and time does not go back', async t => {
  const server = await start(t);
  const wallet = await Wallet.funded(server);
  await server.control('checkpoint');
  await server.advance(2);
  const slot = await server.result('getSlot', { commitment: 'processed' });
  const orphan = (await server.result('getLatestBlockhash', { commitment: 'processed' })).value.blockhash;
  await server.control('rollback');
  assert.equal(await server.result('getSlot', { commitment: 'processed' }), slot + 1);
  const valid = async hash => (await server.result('isBlockhashValid', hash, { commitment: 'processed' })).value;
  assert.equal(await valid(orphan), false);
  assert.equal(await valid((await server.result('getLatestBlockhash', { commitment: 'processed' })).value.blockhash), true);
  const tx = await wallet.memo('orphan', orphan);
  await wallet.send(tx);
  assert.equal(await wallet.status(tx), null);
});

test('finality cannot be undone', async t => {
  const server = await start(t);
  await server.control('checkpoint');
  await server.advance(32);
  await assert.rejects(server.control('rollback'), /final/);
});
