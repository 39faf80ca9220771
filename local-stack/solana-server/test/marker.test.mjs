import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from './support/server.mjs';
import { Marker } from './support/marker.mjs';
import { Wallet, signatureOf } from './support/wallet.mjs';

const now = { commitment: 'processed' };
const MEMO = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr';
const SYSTEM = '11111111111111111111111111111111';

async function scene(t) {
  const server = await start(t);
  const wallet = await Wallet.funded(server);
  const rent = await server.result('getMinimumBalanceForRentExemption', 1);
  return { server, wallet, rent, marker: new Marker(wallet) };
}

const account = async (server, { address }, options = { encoding: 'base64', ...now }) =>
  (await server.result('getAccountInfo', address, options)).value;

test('rent grows by the byte', async t => {
  const { server, rent } = await scene(t);
  assert.equal(rent, 897_840);
  assert.equal(rent - await server.result('getMinimumBalanceForRentExemption', 0), 6_960);
});

test('a marker is one byte of the memo program, at the commitment asked for', async t => {
  const { server, wallet, rent, marker } = await scene(t);
  assert.equal(await account(server, marker), null);
  const tx = await marker.anchor(rent);
  await wallet.send(tx);
  assert.equal((await wallet.status(tx)).err, null);
  const { owner, data, lamports, space } = await account(server, marker);
  assert.deepEqual({ owner, data, lamports, space }, { owner: MEMO, data: ['AA==', 'base64'], lamports: rent, space: 1 });
  const final = { encoding: 'base64', commitment: 'finalized' };
  assert.equal(await account(server, marker, final), null);
  await server.advance(32);
  assert.equal((await account(server, marker, final)).owner, MEMO);
});

test('a second one fails as a whole with custom error 0, and simulation says so', async t => {
  const { server, wallet, rent, marker } = await scene(t);
  await wallet.send(await marker.anchor(rent));
  await server.advance(1);
  const before = await wallet.balance();
  const again = await marker.anchor(rent);
  const simulated = await server.result('simulateTransaction', again.toString('base64'), { encoding: 'base64', ...now });
  await wallet.send(again);
  const err = { InstructionError: [1, { Custom: 0 }] };
  assert.deepEqual(simulated.value.err, err);
  assert.deepEqual((await wallet.status(again)).err, err);
  assert.equal(await wallet.balance(), before - 5_000);
});

test('transactions are listed by the address of the marker, failed and foreign ones too', async t => {
  const { server, wallet, rent, marker } = await scene(t);
  const stranger = await Wallet.funded(server);
  const sent = [await stranger.transfer(marker.key, 1_000_000), await marker.anchor(rent, 'first'), await marker.anchor(rent, 'second')];
  for (const tx of sent) {
    await wallet.send(tx);
    await server.advance(1);
  }
  const list = await server.result('getSignaturesForAddress', marker.address, { commitment: 'confirmed' });
  assert.deepEqual(list.map(entry => entry.signature), sent.map(signatureOf).reverse());
  assert.deepEqual(list.map(entry => entry.memo), ['[6] second', '[5] first', null]);
  assert.deepEqual(list.map(entry => entry.err === null), [false, true, true]);
});

test('lamports that a stranger sent before do not prevent it', async t => {
  const { server, wallet, rent, marker } = await scene(t);
  const stranger = await Wallet.funded(server);
  await stranger.send(await stranger.transfer(marker.key, 1_000_000));
  assert.equal((await account(server, marker)).owner, SYSTEM);
  const tx = await marker.anchor(rent);
  await wallet.send(tx);
  assert.equal((await wallet.status(tx)).err, null);
  assert.equal((await account(server, marker)).lamports, 1_000_000 + rent);
});

test('only the base can make it', async t => {
  const { server, wallet, rent, marker } = await scene(t);
  const stranger = await Wallet.funded(server);
  const theirs = new Marker(stranger);
  theirs.key = marker.key;
  const tx = await theirs.anchor(rent);
  await stranger.send(tx);
  assert.deepEqual((await stranger.status(tx)).err, { InstructionError: [1, { Custom: 5 }] });
  assert.equal(await account(server, marker), null);
  await wallet.send(await marker.anchor(rent));
  assert.equal((await account(server, marker)).owner, MEMO);
});
