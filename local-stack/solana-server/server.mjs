// Solana JSON-RPC over LiteSVM. Options: --help; methods and faults: README.md.
import { Chain, newGenesis } from './lib/chain/chain.mjs';
import { control } from './lib/control.mjs';
import { Faults } from './lib/faults.mjs';
import { httpServer } from './lib/http/http-server.mjs';
import { NodeView } from './lib/node-view.mjs';
import { USAGE, readOptions } from './lib/options.mjs';
import { DurableState } from './lib/state/durable-state.mjs';
import { StateError } from './lib/state/state-error.mjs';

const SLOTS_AHEAD = 32;          // announced in the journal at a time while the clock runs by itself

function refuse(...problems) {
  problems.forEach(problem => console.error(`solana-local: ${problem}`));
  process.exit(2);
}

const { options, problems } = readOptions(process.argv.slice(2));
if (problems.length) refuse(...problems, 'node server.mjs --help lists the options');
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}

let state = null;
const chain = openChain();
const nodes = new Map(['/', ...options.nodePaths].map(path => [path, new NodeView(chain)]));
const faults = new Faults(chain);
const server = httpServer({ chain, nodes, faults, control: control(chain, nodes, faults), gzip: options.gzip });
server.on('error', error => {
  state?.close(chain.slot);
  refuse(error.code === 'EADDRINUSE' ? `port ${options.port} on ${options.host} is already in use`
    : `cannot listen on ${options.host} port ${options.port}: ${error.message}`);
});
server.listen(options.port, options.host, () => {
  if (options.slotMs > 0) setInterval(() => chain.advance(), options.slotMs).unref();
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  console.log(`solana-local http://${host}:${server.address().port} slot ${chain.slot} genesis ${chain.genesisHash}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
if (options.exitOnEof) process.stdin.on('end', stop).on('error', stop).resume();

function openChain() {
  if (options.stateDirectory === undefined) return new Chain({ ...options, genesis: newGenesis(options.genesisHash) });
  try {
    state = new DurableState(options.stateDirectory, { ahead: options.slotMs > 0 ? SLOTS_AHEAD : 0, onFailure: cannotWrite });
    const { chain: restored, replayed, torn } = state.open(options);
    if (torn) console.error(`solana-local: cut off ${torn} bytes of a line that was never finished`);
    if (replayed) console.error(`solana-local: restored ${replayed} changes from ${options.stateDirectory}`);
    return restored;
  } catch (error) {
    if (error instanceof StateError || error.syscall) return refuse(error.message);
    throw error;
  }
}

/** What the disk does not hold must not be told to anybody. */
function cannotWrite(error) {
  console.error(`solana-local: cannot write the journal, stopping: ${error.message}`);
  process.exit(1);
}

function stop() {
  state?.close(chain.slot);
  process.exit(0);
}
