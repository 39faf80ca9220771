package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.util.List;

/**
 * A certified cycle whose certificate is final on the chain.
 *
 * @param anchorEventId event id of the anchor
 * @param causes event ids that its payouts name, that of the anchor first
 */
public record Cycle(
    String cycleId,
    String campaignId,
    Instant certifiedAt,
    String anchorEventId,
    List<String> causes) {
  public Cycle {
    causes = List.copyOf(causes);
  }
}
