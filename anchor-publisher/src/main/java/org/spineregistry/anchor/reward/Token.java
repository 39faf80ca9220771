package org.spineregistry.anchor.reward;

/**
 * What is paid.
 *
 * @param decimals decimal places of one token
 * @param mint address of the mint, base58; null when the policy names none
 */
public record Token(String symbol, int decimals, String mint) {}
