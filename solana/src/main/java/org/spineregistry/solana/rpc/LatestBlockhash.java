package org.spineregistry.solana.rpc;

/**
 * A blockhash to sign with.
 *
 * @param slot the slot that the answer was given from
 * @param blockhash base58 of 32 bytes
 * @param lastValidBlockHeight height of the last block in which a transaction with this blockhash
 *     may land
 */
public record LatestBlockhash(long slot, String blockhash, long lastValidBlockHeight) {}
