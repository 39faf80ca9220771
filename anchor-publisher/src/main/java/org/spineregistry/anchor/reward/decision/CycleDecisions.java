package org.spineregistry.anchor.reward.decision;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.anchor.reward.Asked;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.event.RulingCause;

/**
 * Decides who is paid for a newly anchored cycle. A case and each of its windows is paid once ever,
 * whatever the cycle, the policy version, the kind's name or a later change of contributor: a
 * correction never pays twice. What a cap cuts is not paid later.
 */
public final class CycleDecisions {
  /** The contribution is part of a certified and anchored cycle. */
  static final String CONTRIBUTED = "CONTRIBUTED";

  private final RewardBook book;
  private final RewardPolicies policies;
  private final Occasion occasion;
  private final Holds holds;

  public CycleDecisions(RewardBook book, RewardPolicies policies, Occasion occasion) {
    this.book = book;
    this.policies = policies;
    this.occasion = occasion;
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
    others.addAll(holds.refill(cycle.campaignId(), occasion.at(), cycle.anchorEventId()));
    return new Outcome(granted(policy, tariffs, cycle, claims.fresh()), others);
  }

  private List<Decision> granted(
      RewardPolicy policy, CampaignTariffs tariffs, Cycle cycle, List<Claim> claims) {
    CapTally tally = new CapTally(tariffs.caps(), book, cycle.campaignId(), cycle.certifiedAt());
    Grants grants = new Grants(book, policies, occasion);
    List<Asked> shares = Shares.of(claims, tariffs, policy.token(), occasion.price());
    List<Decision> granted = new ArrayList<>();
    for (int place = 0; place < claims.size(); place++) {
      Claim claim = claims.get(place);
      Earned earned =
          new Earned(
              payout(policy, claim, tally, shares.get(place)),
              cycle.campaignId(),
              cycle.cycleId(),
              place,
              claim.contribution().revision(),
              policy.version(),
              cycle.certifiedAt(),
              cycle.causes());
      granted.add(grants.grant(earned, tariffs, CONTRIBUTED));
    }
    return granted;
  }

  private static Payout payout(RewardPolicy policy, Claim claim, CapTally tally, Asked asked) {
    return Grants.payout(
        policy,
        claim.tariff().kind(),
        claim.beneficiaryId(),
        claim.subjectId(),
        tally.take(claim.beneficiaryId(), asked.units()),
        asked);
  }
}
