package org.spineregistry.anchor.reward.ledger;

/**
 * What the payer says.
 *
 * @param version from 1; of two reports the one with the higher version counts
 * @param at milliseconds since 1970
 * @param note signature of what was settled, reason of what failed; may be null
 */
public record Settlement(String payoutId, boolean isSettled, int version, long at, String note) {}
