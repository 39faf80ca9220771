import { parseArgs } from 'node:util';
import * as base58 from './bytes/base58.mjs';

export const USAGE = `usage: node server.mjs [options]
  --host ADDRESS       where to listen (127.0.0.1)
  --port N             0 picks a free port (8899)
  --state DIR          keep the chain in DIR, so that a restart goes on with it (in memory only)
  --slot-ms N          length of a slot in milliseconds; 0: the clock moves by /control advance only (200)
  --confirm-slots N    slots until a transaction is confirmed (1)
  --final-slots N      slots until it is finalized (32)
  --genesis BASE58     genesis hash of a new chain (random)
  --node PATH          a further node on the same chain, e.g. /b; may be repeated
  --gzip               compress answers for clients that ask for it
  --exit-on-eof        stop when standard input ends, so that the server never outlives who started it
  --help               print this`;

const FLAGS = {
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8899' },
  state: { type: 'string' },
  'slot-ms': { type: 'string', default: '200' },
  'confirm-slots': { type: 'string', default: '1' },
  'final-slots': { type: 'string', default: '32' },
  genesis: { type: 'string' },
  node: { type: 'string', multiple: true, default: [] },
  gzip: { type: 'boolean', default: false },
  'exit-on-eof': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** @returns {options, problems}: every problem at once, options only without one */
export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: FLAGS, strict: true, allowPositionals: false }));
  } catch (error) {
    return { problems: [error.message.split('. ')[0]] };
  }
  const problems = [];
  const whole = (name, max) => {
    const text = values[name];
    const fits = /^\d{1,9}$/.test(text) && Number(text) <= max;
    if (!fits) problems.push(`--${name} must be a whole number from 0 to ${max}, not "${text}"`);
    return Number(text);
  };
  const options = { host: values.host, port: whole('port', 65_535), slotMs: whole('slot-ms', 60_000),
    confirmSlots: whole('confirm-slots', 1000), finalSlots: whole('final-slots', 1000), genesisHash: values.genesis,
    stateDirectory: values.state, nodePaths: values.node, gzip: values.gzip, exitOnEof: values['exit-on-eof'],
    help: values.help };
  if (options.confirmSlots > options.finalSlots) problems.push('--confirm-slots must not exceed --final-slots');
  if (values.genesis !== undefined && !isHash(values.genesis)) problems.push('--genesis must be the base58 form of 32 bytes');
  if (values.state === '') problems.push('--state needs a directory');
  if (values.host === '') problems.push('--host needs an address');
  values.node.filter(path => !/^\/[\w-]+$/.test(path) || path === '/control' || path === '/health')
    .forEach(path => problems.push(`--node must be / and a name, not "${path}"`));
  return problems.length ? { problems } : { options, problems };
}

function isHash(text) {
  try {
    return base58.decode(text).length === 32;
  } catch {
    return false;
  }
}
