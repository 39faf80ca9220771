package org.spineregistry.anchor.publish;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.spineregistry.service.config.ConfigurationProblem;

/**
 * Pace and patience of the publisher.
 *
 * @param pollInterval pause between two looks at open anchors
 * @param resendInterval pause before the same bytes are sent again
 * @param stuckAfter age from which an open anchor is shown as stuck
 * @param retries how often input that a dependency keeps from being read is tried again, before the
 *     service stops and liveness fails
 * @param backoff pause before the first retry, doubled each time
 */
@ConfigurationProperties("spine.anchor")
public record AnchorSettings(
    @Bindable(defaultValue = "500ms") Duration pollInterval,
    @Bindable(defaultValue = "2s") Duration resendInterval,
    @Bindable(defaultValue = "5m") Duration stuckAfter,
    @Bindable(defaultValue = "8") int retries,
    @Bindable(defaultValue = "1s") Duration backoff) {
  /** Longest pause within which the consumer certainly keeps its membership. */
  private static final Duration LONGEST_POLL = Duration.ofMinutes(1);

  public AnchorSettings {
    ConfigurationProblem.unless(
        isPositive(pollInterval) && pollInterval.compareTo(LONGEST_POLL) <= 0,
        "spine.anchor.poll-interval",
        "above 0 and at most a minute");
    ConfigurationProblem.unless(
        isPositive(resendInterval), "spine.anchor.resend-interval", "above 0");
    ConfigurationProblem.unless(isPositive(stuckAfter), "spine.anchor.stuck-after", "above 0");
    ConfigurationProblem.unless(retries >= 0, "spine.anchor.retries", "at least 0");
    ConfigurationProblem.unless(!backoff.isNegative(), "spine.anchor.backoff", "not negative");
  }

  private static boolean isPositive(Duration duration) {
    return duration.compareTo(Duration.ZERO) > 0;
  }
}
