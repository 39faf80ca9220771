package org.spineregistry.anchor.payout;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.ReviewAccepted;

/**
 * What may need a price.
 *
 * @param isCycle of a cycle; else of a review
 * @param earnedAt time of the certification or of the acceptance
 */
record PriceNeed(String campaignId, boolean isCycle, Instant earnedAt) {

  /** Empty for an event that pays nothing by itself. */
  static Optional<PriceNeed> of(SpecificRecord event) {
    if (event instanceof AnchorFinalized anchor
        && anchor.getCampaignId() != null
        && anchor.getCertifiedAt() != null) {
      return Optional.of(new PriceNeed(anchor.getCampaignId(), true, anchor.getCertifiedAt()));
    }
    return event instanceof ReviewAccepted review
        ? Optional.of(new PriceNeed(review.getCampaignId(), false, review.getAcceptedAt()))
        : Optional.empty();
  }

  /** Whether the tariffs that are valid name dollars. */
  boolean exists(RewardPolicies policies) {
    CampaignTariffs tariffs =
        policies.isEmpty() ? null : policies.at(earnedAt).campaign(campaignId).orElse(null);
    return tariffs != null
        && (isCycle ? tariffs.needsPriceForCases() : tariffs.needsPriceForReviews());
  }
}
