package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.util.List;

/**
 * A payout and what earned it. It never changes.
 *
 * @param campaignId campaign whose budget it uses
 * @param cycleId null for a review, which no cycle pays
 * @param place within its cycle, from 0, in canonical order
 * @param revision of the case that it pays for; 0 for a review
 * @param policyVersion version that decided
 * @param effectiveAt time of the certification, or of the acceptance of the review
 * @param causes event ids of what earned it
 */
public record Earned(
    Payout payout,
    String campaignId,
    String cycleId,
    int place,
    int revision,
    int policyVersion,
    Instant effectiveAt,
    List<String> causes) {
  public Earned {
    causes = List.copyOf(causes);
  }
}
