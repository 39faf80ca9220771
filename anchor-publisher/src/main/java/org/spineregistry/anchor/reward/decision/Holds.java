package org.spineregistry.anchor.reward.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.event.PayoutDecision;

/** What keeps payouts back, and when it ends. */
public final class Holds {
  /** Nobody disputed it in time. */
  static final String HOLD_ENDED = "HOLD_ENDED";

  /** The budget was raised, or others made room. */
  static final String BUDGET_AVAILABLE = "BUDGET_AVAILABLE";

  private final RewardBook book;
  private final RewardPolicies policies;

  public Holds(RewardBook book, RewardPolicies policies) {
    this.book = book;
    this.policies = policies;
  }

  /** Approves what nobody disputed in time. */
  public List<Decision> due(Instant at, String cause) {
    return book.due(at).stream()
        .map(known -> released(known, HOLD_ENDED, known.hold().until(), cause))
        .toList();
  }

  /**
   * Goes on with payouts that waited for the campaign's budget, in the order in which they were
   * decided, as far as the budget reaches.
   */
  public List<Decision> refill(String campaignId, Instant at, String cause) {
    List<Decision> decisions = new ArrayList<>();
    for (KnownPayout known : book.waitingForBudget(campaignId)) {
      if (!fits(campaignId, known.payout().granted(), at)) {
        break; // smaller ones behind it do not overtake
      }
      decisions.add(afterwards(known, BUDGET_AVAILABLE, at, cause));
    }
    return decisions;
  }

  /** What keeps a new payout back; null for nothing. */
  Hold first(Earned earned, CampaignTariffs tariffs, Occasion occasion) {
    if (!fits(earned.campaignId(), earned.payout().granted(), occasion.at())) {
      return Hold.of(Hold.Reason.BUDGET);
    }
    return occasion.hasWaited()
        ? next(earned, tariffs, occasion.at(), occasion.at())
        : next(earned, tariffs, earned.effectiveAt(), earned.effectiveAt());
  }

  /** Ends a hold, unless something else keeps the payout back. */
  Decision afterwards(KnownPayout known, String reason, Instant at, String cause) {
    Hold next = next(known.earned(), tariffs(known), known.earned().effectiveAt(), at);
    return next == null
        ? released(known, reason, at, cause)
        : held(known.with(next), next.reason().name(), at, cause);
  }

  Decision released(KnownPayout known, String reason, Instant at, String cause) {
    KnownPayout approved = known.with(null);
    book.put(approved);
    return Decision.of(approved, PayoutDecision.RELEASED, reason, at, cause);
  }

  Decision held(KnownPayout known, String reason, Instant at, String cause) {
    book.put(known);
    return Decision.of(known, PayoutDecision.HELD, reason, at, cause);
  }

  boolean fits(String campaignId, BaseUnits amount, Instant at) {
    return policies
        .at(at)
        .campaign(campaignId)
        .map(tariffs -> fits(tariffs, campaignId, amount))
        .orElse(true);
  }

  private boolean fits(CampaignTariffs tariffs, String campaignId, BaseUnits amount) {
    BaseUnits budget = tariffs.safeguards().budget();
    return budget == null || book.used(campaignId).plus(amount).compareTo(budget) <= 0;
  }

  private Hold next(Earned earned, CampaignTariffs tariffs, Instant since, Instant at) {
    if (book.isSuspended(earned.payout().beneficiaryId())) {
      return Hold.of(Hold.Reason.SUSPENDED);
    }
    Duration hold =
        Optional.ofNullable(tariffs)
            .map(CampaignTariffs::safeguards)
            .map(Safeguards::hold)
            .orElse(Duration.ZERO);
    Instant until = since.plus(hold);
    return until.isAfter(at) ? new Hold(Hold.Reason.DISPUTE_WINDOW, until) : null;
  }

  /** Of the version that decided the payout: later ones change nothing about it. */
  private CampaignTariffs tariffs(KnownPayout known) {
    return policies
        .version(known.earned().policyVersion())
        .flatMap((RewardPolicy policy) -> policy.campaign(known.earned().campaignId()))
        .orElse(null);
  }
}
