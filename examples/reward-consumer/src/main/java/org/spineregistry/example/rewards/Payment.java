package org.spineregistry.example.rewards;

import java.math.BigInteger;

/**
 * What a payer is told to pay.
 *
 * @param payoutId idempotency key
 * @param beneficiaryId pseudonym; the table of wallets is the payer's
 * @param amount base units, above zero
 */
record Payment(String payoutId, String beneficiaryId, BigInteger amount, String symbol) {}
