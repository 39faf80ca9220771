package org.spineregistry.anchor.batch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.spineregistry.service.config.ConfigurationProblem;
import org.spineregistry.solana.anchor.Memo;

/**
 * When a batch is closed: at what comes first.
 *
 * @param interval since its first leaf
 * @param leaves most of them
 */
@ConfigurationProperties("spine.batches")
public record BatchSettings(
    @Bindable(defaultValue = "1h") Duration interval,
    @Bindable(defaultValue = "65536") int leaves) {
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

  public BatchSettings {
    ConfigurationProblem.unless(
        interval.compareTo(Duration.ofMillis(100)) >= 0
            && interval.compareTo(Duration.ofDays(7)) <= 0,
        "spine.batches.interval",
        "from 100ms to 7d");
    ConfigurationProblem.unless(
        leaves >= 1 && leaves <= Memo.Batch.MAX_LEAVES,
        "spine.batches.leaves",
        "from 1 to " + Memo.Batch.MAX_LEAVES);
  }

  /** How often to look whether the interval is over. */
  Duration look() {
    return interval.compareTo(LONGEST_LOOK) < 0 ? interval : LONGEST_LOOK;
  }
}
