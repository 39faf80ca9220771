package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.Recovery;

/**
 * What is said about a payout.
 *
 * @param known the payout as it stands now; of a reversal the one that is taken back
 * @param verdict APPROVED, HELD, RELEASED, VOIDED or REVERSED
 * @param reason code
 * @param effectiveAt time of what decided
 * @param cause event id of what decided; null when that is what earned the payout
 * @param reversal what is taken back; null for any other verdict
 */
public record Decision(
    KnownPayout known,
    PayoutDecision verdict,
    String reason,
    Instant effectiveAt,
    String cause,
    Reversal reversal) {

  /**
   * A payout that takes back.
   *
   * @param payout of kind REVERSAL; its subject is the id of what it takes back
   * @param sequence from 1
   * @param policyVersion version under which it was decided
   */
  public record Reversal(Payout payout, int sequence, int policyVersion, Recovery recovery) {}

  static Decision of(
      KnownPayout known, PayoutDecision verdict, String reason, Instant effectiveAt, String cause) {
    return new Decision(known, verdict, reason, effectiveAt, cause, null);
  }
}
