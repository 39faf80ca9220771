package org.spineregistry.anchor.reward.ledger;

import java.math.BigInteger;
import java.util.Objects;

/**
 * What a payout is, and why it was last decided on.
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
    long effectiveAt) {

  /** Whether both speak of the same payout; a later decision has a reason and a time of its own. */
  boolean isSameAs(Terms other) {
    return payoutId.equals(other.payoutId)
        && kind.equals(other.kind)
        && subjectId.equals(other.subjectId)
        && amount.equals(other.amount)
        && Objects.equals(reverses, other.reverses)
        && symbol.equals(other.symbol)
        && decimals == other.decimals
        && policyId.equals(other.policyId)
        && policyVersion == other.policyVersion;
  }
}
