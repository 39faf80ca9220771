package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.util.Optional;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.PayoutKind;
import org.spineregistry.event.RulingCause;
import org.spineregistry.schemas.id.SpineIds;

/** Takes payouts back, each never more than it was. */
final class Reversals {
  private final RewardBook book;
  private final RewardPolicies policies;
  private final Instant at;
  private final String eventId;

  /**
   * @param at time of what decides
   * @param eventId its event
   */
  Reversals(RewardBook book, RewardPolicies policies, Instant at, String eventId) {
    this.book = book;
    this.policies = policies;
    this.at = at;
    this.eventId = eventId;
  }

  /** Whether the cause reaches back to the payout, under the version that decided it. */
  boolean reaches(KnownPayout known, RulingCause cause) {
    return clawback(known).of(cause).covers(known.earned().effectiveAt(), at);
  }

  /** All that is left of a payout, or the payout itself while it is held; empty out of reach. */
  Optional<Decision> takeBack(KnownPayout known, RulingCause cause) {
    if (!reaches(known, cause)) {
      return Optional.empty();
    }
    if (known.isHeld()) {
      return Optional.of(voided(known, cause));
    }
    return known.left().compareTo(BaseUnits.ZERO) > 0
        ? Optional.of(reversed(known, known.left(), cause))
        : Optional.empty();
  }

  Decision voided(KnownPayout known, RulingCause cause) {
    KnownPayout gone = known.voided();
    book.put(gone);
    return Decision.of(gone, PayoutDecision.VOIDED, cause.name(), at, eventId);
  }

  /**
   * @param amount at most what is left
   */
  Decision reversed(KnownPayout known, BaseUnits amount, RulingCause cause) {
    RewardPolicy policy = policies.at(at);
    KnownPayout rest = known.takenBack(amount);
    book.put(rest);
    Payout original = known.payout();
    String payoutId =
        SpineIds.payout(
                policy.policyId(),
                policy.version(),
                PayoutKind.REVERSAL.name(),
                original.payoutId(),
                original.beneficiaryId(),
                rest.reversals())
            .toString();
    Payout reversal =
        new Payout(
            payoutId,
            PayoutKind.REVERSAL,
            original.beneficiaryId(),
            original.payoutId(),
            amount,
            amount);
    return new Decision(
        rest,
        PayoutDecision.REVERSED,
        cause.name(),
        at,
        eventId,
        new Decision.Reversal(
            reversal, rest.reversals(), policy.version(), clawback(known).recovery()));
  }

  private Clawback clawback(KnownPayout known) {
    return policies
        .version(known.earned().policyVersion())
        .flatMap(policy -> policy.campaign(known.earned().campaignId()))
        .map(tariffs -> tariffs.safeguards())
        .map(Safeguards::clawback)
        .orElse(Clawback.DEFAULT);
  }
}
