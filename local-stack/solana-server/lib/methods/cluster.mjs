// The cluster: health, slots, blockhashes, rent.
import { config, string, u64 } from '../bytes/parameters.mjs';
import { RpcError } from '../rpc-error.mjs';
import { commitment } from '../node-view.mjs';
import { VERSION, withContext } from './answer.mjs';

const SLOTS_PER_EPOCH = 432_000n;

export const cluster = {
  getHealth(params, { node }) {
    if (node.healthy) return 'ok';
    throw new RpcError(-32005, `Node is behind by ${node.lag} slots`, { numSlotsBehind: node.lag });
  },

  getVersion: () => ({ 'solana-core': VERSION, 'feature-set': 0 }),

  getGenesisHash: (params, { node, chain }) => node.genesisHash ?? chain.genesisHash,

  getSlot: (params, { node }) => node.slotFor(config(params, 0)),

  getBlockHeight: (params, { node, chain }) => chain.heightAt(node.slotFor(config(params, 0))),

  getEpochInfo(params, { node, chain }) {
    const slot = node.slotFor(config(params, 0));
    return { absoluteSlot: slot, blockHeight: chain.heightAt(slot), epoch: slot / SLOTS_PER_EPOCH,
      slotIndex: slot % SLOTS_PER_EPOCH, slotsInEpoch: SLOTS_PER_EPOCH, transactionCount: chain.ledger.size };
  },

  getFirstAvailableBlock: (params, { node }) => node.firstAvailable,

  getBlockTime: (params, { chain }) => chain.blockTime(u64(params[0])),

  getLatestBlockhash(params, { node, chain }) {
    const slot = node.slotFor(config(params, 0));
    const { hash, lastValid } = chain.blockhashAt(slot);
    return withContext(slot, { blockhash: hash, lastValidBlockHeight: lastValid });
  },

  isBlockhashValid(params, { node, chain }) {
    const slot = node.slotFor(config(params, 1));
    return withContext(slot, chain.blockhashValid(string(params[0]), node.tip));
  },

  getMinimumBalanceForRentExemption(params, { chain }) {
    commitment(config(params, 1).commitment);
    return chain.rent(u64(params[0]));
  },
};
