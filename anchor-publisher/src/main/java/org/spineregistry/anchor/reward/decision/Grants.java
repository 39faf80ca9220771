package org.spineregistry.anchor.reward.decision;

import org.spineregistry.anchor.reward.Asked;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.PayoutKind;
import org.spineregistry.schemas.id.SpineIds;

/** Grants what was earned, as far as nothing keeps it back. */
final class Grants {
  /** First and only payout of its parts; reversals count on. */
  private static final int FIRST = 0;

  /** A cap of the policy cut the amount. */
  static final String CAPPED = "CAPPED";

  private final RewardBook book;
  private final Occasion occasion;
  private final Holds holds;

  Grants(RewardBook book, RewardPolicies policies, Occasion occasion) {
    this.book = book;
    this.occasion = occasion;
    this.holds = new Holds(book, policies);
  }

  /** What pays a subject; its id follows from what it pays for. */
  static Payout payout(
      RewardPolicy policy,
      PayoutKind kind,
      String beneficiaryId,
      String subjectId,
      BaseUnits granted,
      Asked asked) {
    String payoutId =
        SpineIds.payout(
                policy.policyId(), policy.version(), kind.name(), subjectId, beneficiaryId, FIRST)
            .toString();
    return new Payout(
        payoutId, kind, beneficiaryId, subjectId, granted, asked.units(), asked.usd());
  }

  /**
   * @param reason of an approval that no cap cut
   */
  Decision grant(Earned earned, CampaignTariffs tariffs, String reason) {
    KnownPayout known = KnownPayout.decided(earned, holds.first(earned, tariffs, occasion));
    book.add(known);
    if (known.isHeld()) {
      return Decision.of(
          known, PayoutDecision.HELD, known.hold().reason().name(), earned.effectiveAt(), null);
    }
    return Decision.of(
        known,
        PayoutDecision.APPROVED,
        known.payout().capped() ? CAPPED : reason,
        earned.effectiveAt(),
        null);
  }
}
