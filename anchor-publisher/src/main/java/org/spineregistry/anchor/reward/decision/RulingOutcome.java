package org.spineregistry.anchor.reward.decision;

import java.time.Instant;

/**
 * What a ruling did.
 *
 * @param found payouts that it applies to
 * @param changed how many of them it changed
 * @param outOfReach how many are too old to be reversed for its cause
 */
public record RulingOutcome(
    String rulingId, int found, int changed, int outOfReach, Instant ruledAt) {}
