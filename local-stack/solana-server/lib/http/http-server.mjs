import http from 'node:http';
import zlib from 'node:zlib';
import { BadControl } from '../control.mjs';
import { brokenAnswer } from './broken-answer.mjs';
import { answer, parseError } from './json-rpc.mjs';
import { toJson } from './json.mjs';

const MAX_BODY = 256 * 1024;
const KEEP_ALIVE_MS = 65_000;
const LOOPBACK = /^(::1|(::ffff:)?127\.)/;

/** GET /health, POST /control, and POST of JSON-RPC to the path of a node. */
export function httpServer({ chain, nodes, faults, control, gzip }) {
  const server = http.createServer(async (request, response) => {
    const send = sender(request, response, gzip);
    try {
      if (request.method === 'GET' && request.url === '/health') return send(200, 'ok', { 'content-type': 'text/plain' });
      if (request.method !== 'POST') return send(405, toJson({ error: 'POST only' }));
      const body = await read(request);
      if (body === null) return send(413, toJson({ error: `body larger than ${MAX_BODY} bytes` }));
      if (request.url === '/control') return answerControl(request, body, control, send);
      const node = nodes.get(request.url);
      if (node === undefined) return send(404, toJson({ error: 'no such node' }));
      return await answerRpc(body, { node, chain, faults }, { path: request.url, response, send });
    } catch (error) {
      if (error.code === 'ECONNRESET') return undefined;               // the caller is gone
      console.error(error);
      return response.destroy();
    }
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

async function answerRpc(body, context, { path, response, send }) {
  const request = parse(body);
  if (request === undefined) return send(200, toJson(parseError));
  const one = call => answer(call, context);
  const run = () => toJson(Array.isArray(request) ? request.map(one) : one(request));
  const rule = context.faults.ruleFor(request?.method, path);
  if (rule === undefined) return send(200, run());
  return brokenAnswer(rule, { id: request?.id ?? null, run, response, send });
}

/** Only whoever is on this machine may break things. */
function answerControl(request, body, control, send) {
  if (!LOOPBACK.test(request.socket.remoteAddress ?? '')) {
    return send(403, toJson({ error: '/control answers on loopback only' }));
  }
  try {
    return send(200, toJson({ ok: control(parse(body) ?? {}) }));
  } catch (error) {
    if (!(error instanceof BadControl)) throw error;
    return send(400, toJson({ error: error.message }));
  }
}

function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  return size <= MAX_BODY ? Buffer.concat(chunks).toString('utf8') : null;
}

function sender(request, response, gzip) {
  const compress = gzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  return (status, body, headers = {}) => {
    const bytes = compress ? zlib.gzipSync(body) : Buffer.from(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers, 'content-length': bytes.length,
      ...(compress && { 'content-encoding': 'gzip' }) });
    response.end(bytes);
  };
}
