package org.spineregistry.anchor.reward.decision;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Tariff;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.RulingCause;
import org.spineregistry.schemas.id.SpineIds;

/**
 * Decides who is paid for a newly anchored cycle. A case and each of its windows is paid once ever,
 * whatever the cycle, the policy version, the kind's name or a later change of contributor: a
 * correction never pays twice. What a cap cuts is not paid later.
 */
public final class CycleDecisions {
  /** First and only payout of its parts; reversals count on. */
  static final int FIRST = 0;

  /** The contribution is part of a certified and anchored cycle. */
  static final String CONTRIBUTED = "CONTRIBUTED";

  /** As before, and a cap of the policy cut the amount. */
  static final String CAPPED = "CAPPED";

  private final RewardBook book;
  private final RewardPolicies policies;
  private final Holds holds;

  public CycleDecisions(RewardBook book, RewardPolicies policies) {
    this.book = book;
    this.policies = policies;
    this.holds = new Holds(book, policies);
  }

  /**
   * What a cycle decides.
   *
   * @param granted payouts of this cycle, in canonical order: kind, ordinal, window
   * @param others about earlier payouts: windows that were emptied, and what that makes room for
   */
  public record Outcome(List<Decision> granted, List<Decision> others) {}

  /**
   * @param contributions of the cohort, each case once
   */
  public Outcome decide(Cycle cycle, List<Contribution> contributions) {
    RewardPolicy policy = policies.at(cycle.certifiedAt());
    CampaignTariffs tariffs = policy.campaign(cycle.campaignId()).orElse(null);
    if (tariffs == null) {
      return new Outcome(List.of(), List.of());
    }
    Claims claims =
        Claims.of(
            book,
            tariffs,
            policies.windows(cycle.campaignId()),
            cycle.certifiedAt(),
            contributions);
    Reversals reversals = new Reversals(book, policies, cycle.certifiedAt(), cycle.anchorEventId());
    List<Decision> others = new ArrayList<>();
    claims
        .emptied()
        .forEach(
            payout ->
                reversals.takeBack(payout, RulingCause.WINDOW_EMPTIED).ifPresent(others::add));
    others.addAll(holds.refill(cycle.campaignId(), cycle.certifiedAt(), cycle.anchorEventId()));
    return new Outcome(granted(policy, tariffs, cycle, claims.fresh()), others);
  }

  private List<Decision> granted(
      RewardPolicy policy, CampaignTariffs tariffs, Cycle cycle, List<Claim> claims) {
    CapTally tally = new CapTally(tariffs.caps(), book, cycle.campaignId(), cycle.certifiedAt());
    List<Decision> granted = new ArrayList<>();
    for (Claim claim : claims) {
      Earned earned =
          new Earned(
              payout(policy, claim, tally),
              cycle.campaignId(),
              cycle.cycleId(),
              granted.size(),
              claim.contribution().revision(),
              policy.version(),
              cycle.certifiedAt(),
              cycle.causes());
      KnownPayout known = KnownPayout.decided(earned, holds.first(earned, tariffs));
      book.add(known);
      granted.add(decision(known, cycle));
    }
    return granted;
  }

  private static Decision decision(KnownPayout known, Cycle cycle) {
    return known.isHeld()
        ? Decision.of(
            known, PayoutDecision.HELD, known.hold().reason().name(), cycle.certifiedAt(), null)
        : Decision.of(
            known,
            PayoutDecision.APPROVED,
            known.payout().capped() ? CAPPED : CONTRIBUTED,
            cycle.certifiedAt(),
            null);
  }

  private static Payout payout(RewardPolicy policy, Claim claim, CapTally tally) {
    Tariff tariff = claim.tariff();
    BaseUnits granted = tally.take(claim.beneficiaryId(), tariff.amount());
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
        granted,
        tariff.amount());
  }
}
