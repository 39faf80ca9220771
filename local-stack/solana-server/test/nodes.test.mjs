import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from './support/server.mjs';
import { Wallet, signatureOf } from './support/wallet.mjs';

const history = { searchTransactionHistory: true };
const seenAt = async (server, node, tx, options = {}) => server.callAt(node, 'getSignatureStatuses', [signatureOf(tx)], { ...history, ...options });

test('a lagging node does not know the newest transactions, and its context slot tells', async t => {
  const server = await start(t, '--node', '/slow');
  const wallet = await Wallet.funded(server);
  await server.control('node', { path: '/slow', lag: 40 });
  const tx = await wallet.memo('lag');
  await wallet.send(tx);
  const slot = await server.result('getSlot', { commitment: 'processed' });
  const { result } = await seenAt(server, '/slow', tx);
  assert.deepEqual([result.value[0], result.context.slot], [null, slot - 40]);
  await server.advance(40);
  assert.equal((await seenAt(server, '/slow', tx)).result.value[0].confirmationStatus, 'processed');
});

test('height from one node and status from another would allow a second signature', async t => {
  const server = await start(t, '--node', '/slow');
  const wallet = await Wallet.funded(server);
  await server.control('node', { path: '/slow', lag: 60 });
  const { lastValidBlockHeight, blockhash } = (await server.result('getLatestBlockhash', { commitment: 'confirmed' })).value;
  const tx = await wallet.memo('late', blockhash);
  await server.control('holdNext', { slots: 148 });
  await wallet.send(tx);
  await server.advance(185);
  const final = await server.result('getEpochInfo', { commitment: 'finalized' });
  const slow = (await seenAt(server, '/slow', tx)).result;
  assert.ok(final.blockHeight > lastValidBlockHeight);
  assert.equal(slow.value[0], null);
  assert.ok(slow.context.slot < final.absoluteSlot);
  assert.equal((await wallet.status(tx)).confirmationStatus, 'finalized');
});

test('status calls ignore minContextSlot, unless the node is a newer one', async t => {
  const server = await start(t, '--node', '/slow');
  const wallet = await Wallet.funded(server);
  const tx = await wallet.memo('context');
  const minContextSlot = await server.result('getSlot', { commitment: 'processed' });
  await server.control('node', { path: '/slow', lag: 5 });
  assert.ok((await seenAt(server, '/slow', tx, { minContextSlot })).result);
  await server.control('node', { path: '/slow', lag: 5, minContext: true });
  assert.equal((await seenAt(server, '/slow', tx, { minContextSlot })).error.code, -32016);
});

test('a node that prunes its history says from where it has it', async t => {
  const server = await start(t, '--node', '/pruned');
  const wallet = await Wallet.funded(server);
  const tx = await wallet.memo('old');
  await wallet.send(tx);
  await server.control('node', { path: '/pruned', retain: 10 });
  await server.advance(40);
  const slot = await server.result('getSlot', { commitment: 'processed' });
  assert.equal((await server.callAt('/pruned', 'getTransaction', signatureOf(tx), { commitment: 'confirmed' })).result, null);
  assert.equal((await server.callAt('/pruned', 'getFirstAvailableBlock')).result, slot - 10);
  assert.equal(await server.result('getFirstAvailableBlock'), 0);
});

test('a node can be ill, belong to another cluster, or not exist', async t => {
  const server = await start(t, '--node', '/b');
  await server.control('node', { path: '/b', lag: 9, healthy: false, genesisHash: 'elsewhere' });
  assert.equal((await server.callAt('/b', 'getGenesisHash')).result, 'elsewhere');
  assert.deepEqual((await server.callAt('/b', 'getHealth')).error.data, { numSlotsBehind: 9 });
  assert.equal((await server.post('/c', {})).status, 404);
});
