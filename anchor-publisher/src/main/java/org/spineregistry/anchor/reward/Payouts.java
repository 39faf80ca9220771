package org.spineregistry.anchor.reward;

import java.util.List;
import java.util.function.Predicate;
import org.spineregistry.schemas.id.SpineIds;

/**
 * Decides who is paid for a newly anchored cycle. A case and each of its windows is paid once ever,
 * whatever the cycle, the policy version, the kind's name or a later change of contributor: a
 * correction never pays twice. What a cap cuts is not paid later.
 */
public final class Payouts {
  /** First and only payout of its parts; adjustments and reversals will count on. */
  static final int FIRST = 0;

  private Payouts() {}

  /**
   * @param contributions of the cohort, each case once
   * @param paid whether a subject (caseId/window) was paid before
   * @return in canonical order: kind, ordinal, window
   */
  public static List<Payout> decide(
      RewardPolicy policy,
      String campaignId,
      List<Contribution> contributions,
      Predicate<String> paid) {
    CampaignTariffs tariffs = policy.campaign(campaignId).orElse(null);
    if (tariffs == null) {
      return List.of();
    }
    CapTally tally = new CapTally(tariffs.caps());
    return Claim.of(tariffs, contributions, paid).stream()
        .map(claim -> payout(policy, claim, tally))
        .toList();
  }

  private static Payout payout(RewardPolicy policy, Claim claim, CapTally tally) {
    Tariff tariff = claim.tariff();
    String payoutId =
        SpineIds.payout(
                policy.policyId(),
                policy.version(),
                tariff.kind().name(),
                claim.subjectId(),
                claim.beneficiaryId(),
                FIRST)
            .toString();
    return new Payout(
        payoutId,
        tariff.kind(),
        claim.beneficiaryId(),
        claim.subjectId(),
        tally.take(claim.beneficiaryId(), tariff.amount()),
        tariff.amount());
  }
}
