package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spineregistry.anchor.reward.Asked;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Tariff;

/**
 * Pays a review on its completion, once ever, without waiting for a cycle. Caps of a cycle do not
 * concern it, the cap of a day does, in the order of the reviews.
 */
public final class ReviewDecisions {
  /** The review was accepted and is complete. */
  static final String REVIEWED = "REVIEWED";

  private final RewardBook book;
  private final RewardPolicies policies;
  private final Occasion occasion;

  public ReviewDecisions(RewardBook book, RewardPolicies policies, Occasion occasion) {
    this.book = book;
    this.policies = policies;
    this.occasion = occasion;
  }

  /**
   * @param review without problems
   * @return what made room before it comes first; nothing for a review that earns nothing, or was
   *     decided before
   */
  public List<Decision> decide(AcceptedReview review) {
    RewardPolicy policy = policies.at(review.acceptedAt());
    CampaignTariffs tariffs = policy.campaign(review.campaignId()).orElse(null);
    boolean isPaid = tariffs != null && tariffs.review() != null && review.isComplete();
    if (!isPaid || book.ofSubject(review.reviewId()).isPresent() || isBarred(tariffs, review)) {
      return List.of();
    }
    List<Decision> decisions =
        new ArrayList<>(
            new Holds(book, policies).refill(review.campaignId(), occasion.at(), review.eventId()));
    decisions.add(granted(policy, tariffs, review));
    return decisions;
  }

  /** What would be reversed at once is not granted. */
  private boolean isBarred(CampaignTariffs tariffs, AcceptedReview review) {
    Clawback clawback = tariffs.safeguards().clawback();
    Instant at = review.acceptedAt();
    return book.bars(review.credentialId()).stream()
        .filter(bar -> !at.isAfter(bar.at())) // later ones are whoever accepted them's to judge
        .anyMatch(bar -> clawback.of(bar.cause()).covers(at, bar.at()));
  }

  private Decision granted(RewardPolicy policy, CampaignTariffs tariffs, AcceptedReview review) {
    Tariff tariff = tariffs.review();
    Asked asked = Asked.of(tariff.amount(), policy.token(), occasion.price());
    CapTally day =
        new CapTally(
            new Caps(null, tariffs.caps().perDay(), null),
            book,
            review.campaignId(),
            review.acceptedAt());
    BaseUnits granted = day.take(review.credentialId(), asked.units());
    Payout payout =
        Grants.payout(
            policy, tariff.kind(), review.credentialId(), review.reviewId(), granted, asked);
    Earned earned =
        new Earned(
            payout,
            review.campaignId(),
            null,
            0,
            0,
            policy.version(),
            review.acceptedAt(),
            List.of(review.eventId()));
    return new Grants(book, policies, occasion).grant(earned, tariffs, REVIEWED);
  }
}
