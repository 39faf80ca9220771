package org.spineregistry.anchor.reward.decision;

import java.util.List;
import java.util.Optional;
import org.spineregistry.anchor.reward.Asked;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Tariff;
import org.spineregistry.anchor.reward.TokenPrice;

/**
 * Pays a review on its completion, once ever, without waiting for a cycle. Caps of a cycle do not
 * concern it, the cap of a day does, in the order of the reviews.
 */
public final class ReviewDecisions {
  /** The review was accepted and is complete. */
  static final String REVIEWED = "REVIEWED";

  private final RewardBook book;
  private final RewardPolicies policies;
  private final TokenPrice price;

  /**
   * @param price needed when the tariff names dollars, else null
   */
  public ReviewDecisions(RewardBook book, RewardPolicies policies, TokenPrice price) {
    this.book = book;
    this.policies = policies;
    this.price = price;
  }

  /**
   * @param review without problems
   * @return empty when it earns nothing, or was decided before
   */
  public Optional<Decision> decide(AcceptedReview review) {
    RewardPolicy policy = policies.at(review.acceptedAt());
    CampaignTariffs tariffs = policy.campaign(review.campaignId()).orElse(null);
    boolean isPaid = tariffs != null && tariffs.review() != null && review.isComplete();
    return isPaid && book.ofSubject(review.reviewId()).isEmpty()
        ? Optional.of(granted(policy, tariffs, review))
        : Optional.empty();
  }

  private Decision granted(RewardPolicy policy, CampaignTariffs tariffs, AcceptedReview review) {
    Tariff tariff = tariffs.review();
    Asked asked = Asked.of(tariff.amount(), policy.token(), price);
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
    return new Grants(book, policies).grant(earned, tariffs, REVIEWED);
  }
}
