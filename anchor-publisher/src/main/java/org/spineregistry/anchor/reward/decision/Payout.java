package org.spineregistry.anchor.reward.decision;

import org.spineregistry.anchor.reward.Asked;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.event.PayoutKind;

/**
 * What is paid, to whom and what for.
 *
 * @param payoutId UUID version 5 of what is paid for
 * @param subjectId caseId/window or reviewId; of a reversal the payout that it takes back
 * @param granted what is paid; zero is an answer
 * @param requested what the tariff says
 * @param usd what the tariff said in dollars; null when it names the token
 */
public record Payout(
    String payoutId,
    PayoutKind kind,
    String beneficiaryId,
    String subjectId,
    BaseUnits granted,
    BaseUnits requested,
    Asked.UsdTerms usd) {

  /** Of a tariff that names the token. */
  Payout(
      String payoutId,
      PayoutKind kind,
      String beneficiaryId,
      String subjectId,
      BaseUnits granted,
      BaseUnits requested) {
    this(payoutId, kind, beneficiaryId, subjectId, granted, requested, null);
  }

  /** What a cap took away. */
  public BaseUnits cut() {
    return requested.minus(granted);
  }

  public boolean capped() {
    return cut().value().signum() > 0;
  }
}
