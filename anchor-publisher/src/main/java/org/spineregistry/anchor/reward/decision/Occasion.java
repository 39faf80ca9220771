package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import org.spineregistry.anchor.reward.TokenPrice;

/**
 * When and with what something is decided.
 *
 * @param at time of the event that decides: budgets follow from the policy that is in force then
 * @param price needed when a tariff names dollars, else null
 * @param hasWaited whether it could not be decided when it came; then it can be disputed from now
 *     on
 */
public record Occasion(Instant at, TokenPrice price, boolean hasWaited) {}
