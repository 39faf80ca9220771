// POST /control {"op": …}: moves the clock, loses or delays transactions, breaks answers, forks the chain.
import { address } from './bytes/parameters.mjs';
import { memoOf } from './bytes/instructions.mjs';
import { NodeView } from './node-view.mjs';

const MAX_ADVANCE = 100_000;
const EFFECTS = ['status', 'error', 'close', 'truncate', 'delayMs'];
const NODE_KEYS = ['lag', 'retain', 'healthy', 'genesisHash', 'minContext'];

export class BadControl extends Error {}

/** @returns a function from a parsed body to its answer; throws BadControl with the reason */
export function control(chain, nodes, faults) {
  const ops = {
    advance({ slots = 1 }) {
      chain.advance(BigInt(count('slots', slots, { max: MAX_ADVANCE })));
      return { slot: chain.slot, height: chain.height };
    },
    dropNext({ count: times = 1, slots = 0 }) {
      faults.dropNext(count('count', times), BigInt(count('slots', slots)));
      return true;
    },
    holdNext({ count: times = 1, slots = 100 }) {
      faults.holdNext(count('count', times), BigInt(count('slots', slots)));
      return true;
    },
    fault({ count: times = 1, ...rule }) {
      if (!EFFECTS.some(effect => rule[effect] !== undefined)) throw new BadControl(`a fault needs one of ${EFFECTS.join(', ')}`);
      if (rule.methods !== undefined && !Array.isArray(rule.methods)) throw new BadControl('methods must be an array');
      faults.addRule({ ...rule, count: count('count', times, { min: 1 }) });
      return faults.waiting;
    },
    node({ path, ...view }) {
      if (typeof path !== 'string' || !/^\/[\w-]*$/.test(path)) throw new BadControl('path must be / and a name, e.g. /b');
      const unknown = Object.keys(view).filter(key => !NODE_KEYS.includes(key));
      if (unknown.length) throw new BadControl(`unknown: ${unknown.join(', ')}; known: ${NODE_KEYS.join(', ')}`);
      ['lag', 'retain'].forEach(key => view[key] === undefined || count(key, view[key]));
      if (!nodes.has(path)) nodes.set(path, new NodeView(chain));
      nodes.get(path).set(view);
      return [...nodes.keys()];
    },
    checkpoint: () => chain.checkpoint(),
    rollback() {
      if (chain.checkpointIsFinal) throw new BadControl('the checkpoint is final: a real cluster would not roll it back');
      const lost = orBad(() => chain.rollback());
      chain.advance();
      return { lost };
    },
    setAccount({ address: where, owner, data, lamports = 10_000_000 }) {
      if (typeof data !== 'string') throw new BadControl('data must be base64');
      const size = BigInt(count('lamports', lamports));
      orBad(() => chain.setAccount(address(where), { owner: address(owner), lamports: size, data: Buffer.from(data, 'base64') }));
      return true;
    },
    memos: () => chain.ledger.all().filter(record => record.tx && memoOf(record.tx) !== null).map(record => (
      { memo: memoOf(record.tx), signature: record.signature, slot: record.slot, err: record.err, feePayer: record.tx.keys[0] })),
    clear() {
      faults.clear();
      nodes.forEach(node => node.set({}));
      return true;
    },
    stats: () => ({ slot: chain.slot, height: chain.height, transactions: chain.ledger.size, rules: faults.waiting,
      rssMb: Math.round(process.memoryUsage().rss / 1e6) }),
  };
  return ({ op, ...args }) => {
    if (!Object.hasOwn(ops, op)) throw new BadControl(`unknown op ${op}; known: ${Object.keys(ops).join(', ')}`);
    return ops[op](args);
  };
}

function count(name, value, { min = 0, max = Number.MAX_SAFE_INTEGER } = {}) {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new BadControl(`${name} must be a whole number from ${min} to ${max}, not ${JSON.stringify(value)}`);
}

function orBad(run) {
  try {
    return run();
  } catch (error) {
    throw new BadControl(error.message);
  }
}
