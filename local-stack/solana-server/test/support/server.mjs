import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../server.mjs', import.meta.url));

/** Runs the server until it ends; for starts that must fail. @returns {code, out, err} */
export async function run(...args) {
  const child = spawn(process.execPath, [ENTRY, ...args]);
  const output = { out: '', err: '' };
  child.stdout.on('data', text => output.out += text);
  child.stderr.on('data', text => output.err += text);
  const [code] = await once(child, 'close');
  return { code, ...output };
}

/** Starts a server on a free port with a manual clock; later arguments win. It is stopped after the test. */
export async function start(test, ...args) {
  const child = spawn(process.execPath, [ENTRY, '--port', '0', '--slot-ms', '0', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', text => err += text);
  const ended = once(child, 'close');
  test.after(() => child.kill('SIGKILL'));
  const [line] = await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error(err)))]);
  const [url, slot, genesis] = /^solana-local (\S+) slot (\d+) genesis (\S+)\n/.exec(line).slice(1);
  const server = new RunningServer({ child, ended, url, line: String(line), slot: Number(slot), genesis });
  server.errors = () => err;
  return server;
}

class RunningServer {
  constructor(fields) {
    Object.assign(this, fields);
  }

  post(where, body) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(this.url + where, { method: 'POST', body: text });
  }

  /** The whole JSON-RPC answer of the node at `where`. */
  async callAt(where, method, ...params) {
    return (await this.post(where, { jsonrpc: '2.0', id: 1, method, params })).json();
  }

  call(method, ...params) {
    return this.callAt('/', method, ...params);
  }

  async result(method, ...params) {
    const answer = await this.call(method, ...params);
    if (answer.error) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return answer.result;
  }

  async control(op, args = {}) {
    const answer = await (await this.post('/control', { op, ...args })).json();
    if (answer.error) throw new Error(answer.error);
    return answer.ok;
  }

  advance(slots) {
    return this.control('advance', { slots });
  }

  /** @returns the exit code */
  async end(signal) {
    this.child.kill(signal);
    return (await this.ended)[0];
  }
}

/** A directory that is gone after the test. */
export function temporaryDirectory(test) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'solana-server-'));
  test.after(() => fs.rmSync(directory, { recursive: true, force: true }));
  return directory;
}
