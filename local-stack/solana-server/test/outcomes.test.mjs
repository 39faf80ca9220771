import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { start } from './support/server.mjs';
import { Wallet, signatureOf } from './support/wallet.mjs';

test('a failed transaction is on chain with its err, costs the fee and is listed', async t => {
  const server = await start(t);
  const wallet = await Wallet.funded(server, 1_000_000_000);
  const tx = await wallet.transfer(randomBytes(32), 2_000_000_000);
  await wallet.send(tx);
  const err = { InstructionError: [0, { Custom: 1 }] };
  assert.deepEqual((await wallet.status(tx)).err, err);
  assert.equal(await wallet.balance(), 1_000_000_000 - 5000);
  await server.advance(32);
  const [entry] = await server.result('getSignaturesForAddress', wallet.address, { commitment: 'finalized' });
  assert.deepEqual([entry.signature, entry.err, entry.memo], [signatureOf(tx), err, null]);
  const { meta } = await server.result('getTransaction', signatureOf(tx), { encoding: 'base64', commitment: 'finalized' });
  assert.deepEqual([meta.err, meta.status], [err, { Err: err }]);
});

test('a transaction whose payer has nothing leaves no trace', async t => {
  const server = await start(t);
  const poor = new Wallet(server);
  const tx = await poor.memo('poor');
  await poor.send(tx);
  assert.equal(await poor.status(tx), null);
  assert.equal((await poor.send(tx, { skipPreflight: false })).error.data.err, 'AccountNotFound');
});

test('a wrong signature leaves no trace, and preflight refuses it', async t => {
  const wallet = await Wallet.funded(await start(t));
  const tx = await wallet.memo('forged');
  tx[10] ^= 1;
  await wallet.send(tx);
  assert.equal(await wallet.status(tx), null);
  assert.equal((await wallet.send(tx, { skipPreflight: false })).error.code, -32003);
});

test('simulation shows err and units and changes nothing', async t => {
  const server = await start(t);
  const wallet = await Wallet.funded(server);
  const simulate = async tx => (await server.result('simulateTransaction', tx.toString('base64'),
    { encoding: 'base64', replaceRecentBlockhash: true, commitment: 'processed' })).value;
  const good = await simulate(await wallet.memo('good', 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG'));
  assert.equal(good.err, null);
  assert.ok(good.unitsConsumed > 0 && good.replacementBlockhash.blockhash);
  const bad = await simulate(await wallet.transfer(randomBytes(32), 2_000_000_000));
  assert.deepEqual(bad.err, { InstructionError: [0, { Custom: 1 }] });
  assert.equal(await wallet.balance(), 1_000_000_000);
});
