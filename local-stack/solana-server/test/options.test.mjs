import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import test from 'node:test';
import { run, start } from './support/server.mjs';

const GENESIS = 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG';

test('the first line of output names address, slot and genesis hash; health is ok', async t => {
  const server = await start(t, '--genesis', GENESIS);
  assert.match(server.line, /^solana-local http:\/\/127\.0\.0\.1:\d+ slot \d+ genesis \w+\n$/);
  assert.equal(server.genesis, GENESIS);
  assert.equal(await server.result('getGenesisHash'), GENESIS);
  const health = await fetch(`${server.url}/health`);
  assert.deepEqual([health.status, await health.text()], [200, 'ok']);
});

test('a new chain has a new genesis hash', async t => {
  const [one, other] = await Promise.all([start(t), start(t)]);
  assert.notEqual(one.genesis, other.genesis);
});

test('all bad options are reported at once, with exit code 2', async () => {
  const { code, out, err } = await run('--port', '70000', '--slot-ms', 'fast', '--final-slots', '0', '--genesis', 'abc', '--node', 'b');
  assert.equal(code, 2);
  assert.equal(out, '');
  for (const name of ['--port', '--slot-ms', '--confirm-slots', '--genesis', '--node']) assert.match(err, new RegExp(name));
});

test('an unknown option is refused', async () => {
  const { code, err } = await run('--prot', '1');
  assert.equal(code, 2);
  assert.match(err, /--prot/);
});

test('a port that is taken is named, with exit code 2', async t => {
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await once(other, 'listening');
  const { code, err } = await run('--port', String(other.address().port));
  assert.equal(code, 2);
  assert.match(err, new RegExp(`port ${other.address().port} on 127.0.0.1 is already in use`));
});

test('an address that is not of this machine is refused', async () => {
  const { code, err } = await run('--port', '0', '--host', '203.0.113.1');
  assert.equal(code, 2);
  assert.match(err, /cannot listen on 203\.0\.113\.1/);
});

test('the clock runs by itself', async t => {
  const server = await start(t, '--slot-ms', '20');
  const first = await server.result('getSlot', { commitment: 'processed' });
  while (await server.result('getSlot', { commitment: 'processed' }) < first + 3);
});

test('ends when its standard input ends, if asked to', async t => {
  const server = await start(t, '--exit-on-eof');
  server.child.stdin.end();
  assert.equal((await server.ended)[0], 0);
});

test('ends with 0 on SIGTERM', async t => {
  assert.equal(await (await start(t)).end('SIGTERM'), 0);
});

test('--help lists every option', async () => {
  const { code, out } = await run('--help');
  assert.equal(code, 0);
  for (const option of ['host', 'port', 'state', 'slot-ms', 'confirm-slots', 'final-slots', 'genesis', 'node', 'gzip', 'exit-on-eof']) {
    assert.match(out, new RegExp(`--${option}\\b`));
  }
});
