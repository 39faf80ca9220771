package org.spineregistry.solana.finality;

/**
 * One signed transaction of a subject. All attempts of a subject count, because any of them may be
 * the one that landed.
 *
 * @param signature base58
 * @param signedAtSlot slot of the answer that its blockhash came from: it cannot have landed before
 * @param lastValidBlockHeight height of the last block in which it can land
 */
public record Attempt(String signature, long signedAtSlot, long lastValidBlockHeight) {}
