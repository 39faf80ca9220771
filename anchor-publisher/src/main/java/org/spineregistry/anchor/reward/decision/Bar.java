package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import org.spineregistry.event.RulingCause;

/**
 * Why a case, or the reviews of a beneficiary, may earn nothing more.
 *
 * @param at when it was said
 */
public record Bar(RulingCause cause, Instant at) {}
