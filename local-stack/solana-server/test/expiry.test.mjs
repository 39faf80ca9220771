import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from './support/server.mjs';
import { Wallet } from './support/wallet.mjs';

async function signedEarly(t) {
  const server = await start(t);
  const wallet = await Wallet.funded(server);
  const { blockhash, lastValidBlockHeight } = (await server.result('getLatestBlockhash', { commitment: 'processed' })).value;
  const height = async () => (await server.result('getEpochInfo', { commitment: 'processed' })).blockHeight;
  return { server, wallet, blockhash, lastValidBlockHeight, height, tx: await wallet.memo('early', blockhash) };
}

test('a blockhash lives for 150 blocks: the transaction lands in the last of them', async t => {
  const { server, wallet, tx, lastValidBlockHeight, height } = await signedEarly(t);
  await server.advance(150);
  assert.equal(await height(), lastValidBlockHeight);
  await wallet.send(tx);
  assert.equal((await wallet.status(tx)).err, null);
});

test('one block later it is lost without a word, and preflight says why', async t => {
  const { server, wallet, tx, blockhash } = await signedEarly(t);
  await server.advance(151);
  assert.ok((await wallet.send(tx)).result);
  assert.equal(await wallet.status(tx), null);
  const { error } = await wallet.send(tx, { skipPreflight: false });
  assert.deepEqual([error.code, error.data.err], [-32002, 'BlockhashNotFound']);
  assert.equal((await server.result('isBlockhashValid', blockhash, { commitment: 'processed' })).value, false);
});

test('the same bytes land once', async t => {
  const { wallet, tx } = await signedEarly(t);
  const before = await wallet.balance();
  await wallet.send(tx);
  await wallet.send(tx);
  assert.equal(before - await wallet.balance(), 5000);
  assert.equal((await wallet.send(tx, { skipPreflight: false })).error.data.err, 'AlreadyProcessed');
});

test('a blockhash of another chain is never accepted', async t => {
  const { wallet } = await signedEarly(t);
  const foreign = await wallet.memo('foreign', 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG');
  await wallet.send(foreign);
  assert.equal(await wallet.status(foreign), null);
});
