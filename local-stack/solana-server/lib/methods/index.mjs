import { accounts } from './accounts.mjs';
import { cluster } from './cluster.mjs';
import { history } from './history.mjs';
import { sending } from './sending.mjs';
import { tokens } from './tokens.mjs';

/** JSON-RPC method name to function of (params, {node, chain, faults}). */
export const methods = { ...cluster, ...accounts, ...tokens, ...history, ...sending };
