package org.spineregistry.anchor.reward.ledger;

import java.math.BigInteger;

/**
 * What a payout is, which never changes.
 *
 * @param amount base units, not negative
 * @param reverses the payout that this one takes back; null for any other
 * @param cycleId null for a payout without a cycle
 * @param effectiveAt milliseconds since 1970
 */
public record Terms(
    String payoutId,
    String kind,
    String subjectId,
    BigInteger amount,
    String reverses,
    String symbol,
    int decimals,
    String policyId,
    int policyVersion,
    String reasonCode,
    String cycleId,
    long effectiveAt) {}
