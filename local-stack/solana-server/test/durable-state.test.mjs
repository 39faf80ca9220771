import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import * as base58 from '../lib/bytes/base58.mjs';
import { DurableState } from '../lib/state/durable-state.mjs';
import { run, start, temporaryDirectory } from './support/server.mjs';
import { Wallet, signatureOf } from './support/wallet.mjs';

const journal = directory => path.join(directory, 'journal.ndjson');
const slotOf = server => server.result('getSlot', { commitment: 'processed' });

/** A chain with an airdrop, a memo, a failed transfer and a crafted account. */
async function chainIn(t, directory, ...args) {
  const server = await start(t, '--state', directory, ...args);
  const wallet = await Wallet.funded(server);
  const memo = await wallet.memo('durable');
  await wallet.send(memo);
  await server.advance(3);
  const failed = await wallet.transfer(randomBytes(32), 5_000_000_000);
  await wallet.send(failed);
  const crafted = { address: base58.encode(randomBytes(32)), owner: 'TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb', data: 'AQID' };
  await server.control('setAccount', crafted);
  await server.advance(2);
  return { server, wallet, memo, failed, crafted };
}

/** All that a client can see of that chain. */
async function seen(server, { wallet, memo, failed, crafted }) {
  const read = tx => server.result('getTransaction', signatureOf(tx), { encoding: 'base64', commitment: 'confirmed' });
  return { genesis: await server.result('getGenesisHash'), balance: await server.result('getBalance', wallet.address, { commitment: 'processed' }),
    transactions: [await read(memo), await read(failed)], memos: await server.control('memos'),
    list: (await server.result('getSignaturesForAddress', wallet.address, { commitment: 'confirmed' })).map(({ confirmationStatus, ...rest }) => rest),
    account: (await server.result('getAccountInfo', crafted.address, { encoding: 'base64', commitment: 'confirmed' })).value };
}

for (const signal of ['SIGTERM', 'SIGKILL']) {
  test(`after ${signal} and a restart the chain is the same and its slots go on`, async t => {
    const directory = temporaryDirectory(t);
    const chain = await chainIn(t, directory);
    const before = await seen(chain.server, chain);
    const slot = await slotOf(chain.server);
    await chain.server.end(signal);
    const again = await start(t, '--state', directory);
    assert.deepEqual(await seen(again, chain), before);
    assert.equal(before.transactions[1].meta.err.InstructionError[1].Custom, 1);
    assert.equal(again.slot, slot);
    assert.equal(await slotOf(again), slot);
  });
}

test('a blockhash from before the kill still works, and what had landed does not land twice', async t => {
  const directory = temporaryDirectory(t);
  const chain = await chainIn(t, directory);
  const waiting = await chain.wallet.memo('signed before, sent after');
  await chain.server.end('SIGKILL');
  const again = await start(t, '--state', directory);
  const wallet = Object.assign(chain.wallet, { server: again });
  const balance = await wallet.balance();
  await wallet.send(chain.memo);
  await wallet.send(waiting);
  assert.equal(balance - await wallet.balance(), 5000);
  assert.equal((await wallet.status(waiting)).err, null);
});

test('while the clock runs by itself, no slot that was seen comes back after a kill', async t => {
  const directory = temporaryDirectory(t);
  const server = await start(t, '--state', directory, '--slot-ms', '5');
  let slot = server.slot;
  while (slot < server.slot + 70) slot = await slotOf(server);
  await server.end('SIGKILL');
  const again = await start(t, '--state', directory);
  assert.ok(again.slot >= slot && again.slot <= slot + 64, `${slot} then ${again.slot}`);
});

test('many restarts, each with a change, lose nothing', async t => {
  const directory = temporaryDirectory(t);
  let slot = 0;
  for (let round = 1; round <= 4; round++) {
    const server = await start(t, '--state', directory);
    const wallet = await Wallet.funded(server);
    await wallet.send(await wallet.memo(`round ${round}`));
    await server.advance(1);
    assert.ok(server.slot > slot);
    slot = server.slot;
    assert.deepEqual((await server.control('memos')).map(entry => entry.memo), Array.from({ length: round }, (_, i) => `[7] round ${i + 1}`));
    await server.end(round % 2 ? 'SIGKILL' : 'SIGTERM');
  }
});

test('a fork is restored as a fork: what it took stays gone', async t => {
  const directory = temporaryDirectory(t);
  const server = await start(t, '--state', directory);
  const wallet = await Wallet.funded(server);
  await server.control('checkpoint');
  await wallet.send(await wallet.memo('lost'));
  const orphan = (await server.result('getLatestBlockhash', { commitment: 'processed' })).value.blockhash;
  await server.advance(1);
  await server.control('rollback');
  await wallet.send(await wallet.memo('kept'));
  const [balance, slot] = [await wallet.balance(), await slotOf(server)];
  const newest = (await server.result('getLatestBlockhash', { commitment: 'processed' })).value.blockhash;
  await server.end('SIGKILL');
  const again = await start(t, '--state', directory);
  assert.deepEqual((await again.control('memos')).map(entry => entry.memo), ['[4] kept']);
  assert.equal((await again.result('getBalance', wallet.address, { commitment: 'processed' })).value, balance);
  assert.equal(again.slot, slot);
  const valid = async hash => (await again.result('isBlockhashValid', hash, { commitment: 'processed' })).value;
  assert.deepEqual([await valid(orphan), await valid(newest)], [true, true]);
  await again.control('rollback');
  assert.deepEqual(await again.control('memos'), []);
});

test('a torn last line is cut off, everything before it stays', async t => {
  const directory = temporaryDirectory(t);
  const chain = await chainIn(t, directory);
  const before = await seen(chain.server, chain);
  await chain.server.end('SIGKILL');
  fs.appendFileSync(journal(directory), '{"kind":"transaction","slot":4475');
  const again = await start(t, '--state', directory);
  assert.deepEqual(await seen(again, chain), before);
  assert.match(again.errors(), /cut off 33 bytes/);
  assert.ok(fs.readFileSync(journal(directory), 'utf8').endsWith('}\n'));
});

const DAMAGE = {
  'a line that is no JSON': lines => [...lines.slice(0, 3), 'garbage', ...lines.slice(3)],
  'a missing genesis': lines => lines.slice(1),
  'a transaction with another outcome': lines => lines.map(line => line.replace('"err":null', '"err":"AccountNotFound"')),
  'an unknown kind of entry': lines => [...lines, '{"kind":"spell","slot":1}'],
  'entries in another order': lines => [lines[0], ...lines.slice(1).reverse()],
  'a journal of a later format': lines => lines.map(line => line.replace('"format":1', '"format":2')),
};
for (const [name, damage] of Object.entries(DAMAGE)) {
  test(`refuses to start with ${name}`, async t => {
    const directory = temporaryDirectory(t);
    await (await chainIn(t, directory)).server.end('SIGTERM');
    const lines = fs.readFileSync(journal(directory), 'utf8').trimEnd().split('\n');
    fs.writeFileSync(journal(directory), damage(lines).join('\n') + '\n');
    const { code, err } = await run('--port', '0', '--state', directory);
    assert.equal(code, 2, err);
    assert.match(err, /journal\.ndjson, line \d+: .*cannot be restored/);
  });
}

test('refuses a directory that another server uses, and takes one whose server was killed', async t => {
  const directory = temporaryDirectory(t);
  const server = await start(t, '--state', directory);
  const { code, err } = await run('--port', '0', '--state', directory);
  assert.equal(code, 2);
  assert.match(err, new RegExp(`in use by process ${server.child.pid}`));
  await server.end('SIGKILL');
  await start(t, '--state', directory);
});

test('refuses another genesis hash than that of the directory, and one that is no directory', async t => {
  const directory = temporaryDirectory(t);
  await (await start(t, '--state', directory)).end('SIGTERM');
  const other = await run('--port', '0', '--state', directory, '--genesis', 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG');
  assert.deepEqual([other.code, /holds the chain/.test(other.err)], [2, true]);
  const file = await run('--port', '0', '--state', journal(directory));
  assert.equal(file.code, 2);
});

test('tells its owner when the disk refuses a change, before the change is announced', t => {
  const failures = [];
  const state = new DurableState(temporaryDirectory(t), { ahead: 0, onFailure: error => failures.push(error.code) });
  const { chain } = state.open({ confirmSlots: 1, finalSlots: 32 });
  t.mock.method(fs, 'fdatasyncSync', () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  chain.airdrop('11111111111111111111111111111112', 1_000_000n);
  assert.deepEqual(failures, ['ENOSPC']);
});
