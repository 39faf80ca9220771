package org.spineregistry.anchor.reward;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What somebody said that a token costs.
 *
 * @param eventId event that brought it
 * @param usdPerToken above zero, exact
 */
public record TokenPrice(String eventId, BigDecimal usdPerToken, Instant quotedAt) {}
