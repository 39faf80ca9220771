package org.spineregistry.solana.rpc;

/**
 * Slot and block height of one and the same block. Slots without a block make the height the
 * smaller number.
 */
public record Tip(long slot, long blockHeight) {}
