import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from './support/server.mjs';
import { Wallet, signatureOf } from './support/wallet.mjs';

async function setUp(t) {
  const server = await start(t);
  return { server, wallet: await Wallet.funded(server) };
}

test('a dropped transaction is accepted and never lands, and a later copy may land', async t => {
  const { server, wallet } = await setUp(t);
  const tx = await wallet.memo('dropped');
  await server.control('dropNext');
  assert.equal((await wallet.send(tx)).result, signatureOf(tx));
  assert.equal(await wallet.status(tx), null);
  await wallet.send(tx);
  assert.equal((await wallet.status(tx)).err, null);
});

test('a transaction dropped for some slots is lost in every copy sent within them', async t => {
  const { server, wallet } = await setUp(t);
  const tx = await wallet.memo('unlucky');
  await server.control('dropNext', { slots: 50 });
  for (const slots of [0, 49]) {
    await server.advance(slots);
    await wallet.send(tx);
    assert.equal(await wallet.status(tx), null);
  }
  await server.advance(1);
  await wallet.send(tx);
  assert.equal((await wallet.status(tx)).err, null);
});

test('a held transaction lands late, and another copy does not hurry it', async t => {
  const { server, wallet } = await setUp(t);
  const tx = await wallet.memo('late');
  await server.control('holdNext', { slots: 120 });
  await wallet.send(tx);
  await server.advance(119);
  await wallet.send(tx);
  assert.equal(await wallet.status(tx), null);
  await server.advance(1);
  assert.equal((await wallet.status(tx)).err, null);
});

test('a held transaction never lands when its blockhash dies first', async t => {
  const { server, wallet } = await setUp(t);
  const tx = await wallet.memo('never');
  await server.control('holdNext', { slots: 200 });
  await wallet.send(tx);
  await server.advance(250);
  assert.equal(await wallet.status(tx), null);
});

test('an HTTP fault brings its status, headers and body, as often as it says', async t => {
  const { server } = await setUp(t);
  await server.control('fault', { methods: ['getSlot'], status: 429, headers: { 'retry-after': '7' }, body: 'slow down', count: 2 });
  const ask = () => server.post('/', { jsonrpc: '2.0', id: 1, method: 'getSlot' });
  for (let i = 0; i < 2; i++) {
    const limited = await ask();
    assert.deepEqual([limited.status, limited.headers.get('retry-after'), await limited.text()], [429, '7', 'slow down']);
  }
  assert.equal((await ask()).status, 200);
  assert.equal(await server.result('getHealth'), 'ok');
});

test('a JSON-RPC fault brings code, message and data', async t => {
  const { server } = await setUp(t);
  const error = { code: -32005, message: 'Node is behind by 42 slots', data: { numSlotsBehind: 42 } };
  await server.control('fault', { methods: ['getSlot'], error });
  assert.deepEqual((await server.call('getSlot')).error, error);
});

for (const [name, fault] of Object.entries({ 'a cut connection': { after: true, close: true }, 'half an answer': { truncate: true },
  'a gateway time-out': { after: true, status: 504, body: 'timeout' } })) {
  test(`${name} can hide a transaction that landed`, async t => {
    const { server, wallet } = await setUp(t);
    const tx = await wallet.memo('hidden');
    await server.control('fault', { methods: ['sendTransaction'], ...fault });
    await assert.rejects(wallet.send(tx));
    assert.equal((await wallet.status(tx)).err, null);
  });
}

test('a cut connection without "after" means that nothing happened', async t => {
  const { server, wallet } = await setUp(t);
  const tx = await wallet.memo('lost');
  await server.control('fault', { methods: ['sendTransaction'], close: true });
  await assert.rejects(wallet.send(tx));
  assert.equal(await wallet.status(tx), null);
});

test('a fault can wait, and can be for one node only', async t => {
  const { server } = await setUp(t);
  await server.control('node', { path: '/b' });
  await server.control('fault', { node: '/b', delayMs: 150 });
  assert.equal(await server.result('getHealth'), 'ok');
  const from = performance.now();
  assert.equal((await server.callAt('/b', 'getHealth')).result, 'ok');
  assert.ok(performance.now() - from >= 145);
});

test('clear removes every fault', async t => {
  const { server, wallet } = await setUp(t);
  await server.control('dropNext', { count: 5 });
  await server.control('fault', { status: 500, count: 5 });
  await server.control('clear');
  const tx = await wallet.memo('clear');
  await wallet.send(tx);
  assert.equal((await wallet.status(tx)).err, null);
  assert.equal((await server.control('stats')).rules, 0);
});

test('a bad control request says what is wrong', async t => {
  const { server } = await setUp(t);
  const bad = { explode: {}, advance: { slots: -1 }, dropNext: { count: 'many' }, fault: { methods: ['getSlot'] },
    node: { path: 'b' }, setAccount: { address: 'x', owner: 'y', data: '' }, rollback: {} };
  for (const [op, args] of Object.entries(bad)) {
    const answer = await server.post('/control', { op, ...args });
    assert.equal(answer.status, 400, op);
    assert.ok((await answer.json()).error.length > 5);
  }
  assert.equal((await server.post('/control', { op: 'fault', status: 500, count: 0 })).status, 400);
  assert.equal((await server.post('/control', 'no json')).status, 400);
  assert.match((await (await server.post('/control', { op: 'node', path: '/b', lagg: 1 })).json()).error, /lagg/);
});
