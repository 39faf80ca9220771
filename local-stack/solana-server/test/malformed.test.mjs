import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from './support/server.mjs';
import { Wallet } from './support/wallet.mjs';

/** mulberry32: the same changes in every run. */
function random(seed) {
  return below => {
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function mutate(wire, round, below) {
  const bytes = Buffer.from(wire);
  for (let change = 0; change <= round % 4; change++) bytes[below(bytes.length)] = below(256);
  if (round % 7 === 0) bytes[65] |= 128;                                // as a versioned message
  return round % 5 ? bytes : bytes.subarray(0, below(bytes.length));
}

test('3,000 mutated, truncated and versioned transactions are answered', async t => {
  const server = await start(t);
  const wallet = await Wallet.funded(server);
  const wire = await wallet.memo('fuzz');
  const below = random(20261123);
  for (let round = 0; round < 3000; round++) {
    const answer = await wallet.send(mutate(wire, round, below), { skipPreflight: round % 2 === 0 });
    assert.ok(answer.result || answer.error.code < 0, JSON.stringify(answer));
    assert.notEqual(answer.error?.code, -32603);
  }
  assert.equal(await server.result('getHealth'), 'ok');
  assert.equal(server.errors(), '');
});

test('every single-byte change, with the signature check left out, is answered', async t => {
  const server = await start(t);
  const wire = await (await Wallet.funded(server)).memo('x');
  for (let at = 0; at < wire.length; at++) {
    for (const value of [0, 1, 127, 128, 255]) {
      const bytes = Buffer.from(wire);
      bytes[at] = value;
      const answer = await server.call('simulateTransaction', bytes.toString('base64'), { encoding: 'base64', replaceRecentBlockhash: true });
      assert.ok(answer.result || answer.error.code !== -32603, JSON.stringify(answer));
    }
  }
  assert.equal(server.errors(), '');
});

test('wrong parameters get -32602, whatever the method', async t => {
  const server = await start(t);
  const calls = [['getBalance'], ['getBalance', 7], ['getBalance', 'l0O'], ['getBalance', 'abc'], ['getBalance', 'x', 'y'],
    ['getBlockTime'], ['getBlockTime', 1.5], ['getBlockTime', -1], ['getMultipleAccounts', 'x'], ['getSignatureStatuses', {}],
    ['getMinimumBalanceForRentExemption', '1'], ['getMinimumBalanceForRentExemption', 1e30], ['requestAirdrop', 'abc', 1],
    ['sendTransaction'], ['sendTransaction', '!', { encoding: 'base64' }], ['sendTransaction', 'AA', { encoding: 'utf8' }],
    ['sendTransaction', 'A'.repeat(1648), { encoding: 'base64' }], ['sendTransaction', '', { encoding: 'base64' }],
    ['sendTransaction', 'AA==', { encoding: 'base64', maxRetries: -1 }], ['getFeeForMessage', ''], ['getFeeForMessage', 'gA=='],
    ['getTransaction', 5], ['getTokenAccountsByOwner', '11111111111111111111111111111111', {}],
    ['getProgramAccounts', '11111111111111111111111111111111', { filters: [{ memcmp: { offset: 'x' } }] }]];
  for (const call of calls) assert.equal((await server.call(...call)).error?.code, -32602, JSON.stringify(call));
  assert.equal(server.errors(), '');
});

test('what is no JSON-RPC request gets the code of the specification', async t => {
  const server = await start(t);
  const code = async body => (await (await server.post('/', body)).json()).error.code;
  assert.equal(await code('{'), -32700);
  for (const body of ['null', '7', '"x"', '{}', '{"jsonrpc":"1.0","method":"getSlot"}']) assert.equal(await code(body), -32600, body);
  assert.equal(await code({ jsonrpc: '2.0', id: 1, method: 'toString' }), -32601);
  assert.equal(await code({ jsonrpc: '2.0', id: 1, method: 'getSlot', params: {} }), -32602);
  const batch = await (await server.post('/', [{ jsonrpc: '2.0', id: 7, method: 'getHealth' }, 3])).json();
  assert.deepEqual([batch[0].result, batch[0].id, batch[1].error.code], ['ok', 7, -32600]);
  assert.equal((await server.post('/', 'x'.repeat(300_000))).status, 413);
  assert.equal((await fetch(server.url)).status, 405);
});
