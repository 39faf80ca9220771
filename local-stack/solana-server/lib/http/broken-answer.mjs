import { setTimeout as pause } from 'node:timers/promises';
import { toJson } from './json.mjs';

const JSON_TYPE = { 'content-type': 'application/json' };

/**
 * Answers as a fault rule wants it.
 * @param run executes the call and returns the JSON of its answer
 * @param send (status, body, headers)
 */
export async function brokenAnswer(rule, { id, run, response, send }) {
  if (rule.delayMs) await pause(rule.delayMs);
  const executed = rule.after || rule.truncate ? run() : null;        // takes effect, and the caller will not learn it
  if (rule.close) return response.socket?.destroy();
  if (rule.truncate) return sendHalf(response, executed);
  if (rule.error) return send(200, toJson({ jsonrpc: '2.0', error: rule.error, id }));
  if (rule.status) return send(rule.status, rule.body ?? limited(rule.status, id), rule.headers);
  return send(200, executed ?? run());
}

function sendHalf(response, text) {
  response.writeHead(200, { ...JSON_TYPE, 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, text.length >> 1), () => response.socket?.destroy());
}

const limited = (code, id) => toJson(
  { jsonrpc: '2.0', error: { code, message: 'Too many requests for a specific RPC call' }, id });
