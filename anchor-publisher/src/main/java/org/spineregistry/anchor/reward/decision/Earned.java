package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.util.List;

/**
 * A payout and what earned it. It never changes.
 *
 * @param campaignId campaign whose budget it uses
 * @param place within its cycle, from 0, in canonical order
 * @param revision of the case that it pays for
 * @param policyVersion version that decided
 * @param effectiveAt time of the certification
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
