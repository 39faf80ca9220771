package org.spineregistry.anchor.publish;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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
 * @param marker which anchors leave a marker on the chain: {@code none}, {@code batches} or {@code
 *     all}
 */
@ConfigurationProperties("spine.anchor")
public record AnchorSettings(
    @Bindable(defaultValue = "500ms") Duration pollInterval,
    @Bindable(defaultValue = "2s") Duration resendInterval,
    @Bindable(defaultValue = "5m") Duration stuckAfter,
    @Bindable(defaultValue = "8") int retries,
    @Bindable(defaultValue = "1s") Duration backoff,
    @Bindable(defaultValue = "none") String marker) {
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
    ConfigurationProblem.unless(
        marking(marker).isPresent(), "spine.anchor.marker", "none, batches or all");
  }

  Marking marking() {
    return marking(marker).orElseThrow();
  }

  /** A word that is none of them must not be taken for none. */
  private static Optional<Marking> marking(String word) {
    return Arrays.stream(Marking.values())
        .filter(marking -> marking.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static boolean isPositive(Duration duration) {
    return duration.compareTo(Duration.ZERO) > 0;
  }
}
