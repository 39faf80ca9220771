import { methods } from '../methods/index.mjs';
import { RpcError } from '../rpc-error.mjs';

/** Answers one JSON-RPC request object. */
export function answer(request, context) {
  const id = request?.id ?? null;
  try {
    if (request?.jsonrpc !== '2.0' || typeof request.method !== 'string') throw new RpcError(-32600, 'Invalid request');
    if (!Object.hasOwn(methods, request.method)) throw new RpcError(-32601, 'Method not found');
    const params = request.params ?? [];
    if (!Array.isArray(params)) throw new RpcError(-32602, 'Invalid params: expected a sequence.');
    return { jsonrpc: '2.0', result: methods[request.method](params, context), id };
  } catch (error) {
    return { jsonrpc: '2.0', error: errorOf(error, request?.method), id };
  }
}

function errorOf(error, method) {
  if (error instanceof RpcError) return { code: error.code, message: error.message, ...(error.data && { data: error.data }) };
  console.error(method, error);
  return { code: -32603, message: 'Internal error' };
}

export const parseError = { jsonrpc: '2.0', error: { code: -32700, message: 'Parse error' }, id: null };
