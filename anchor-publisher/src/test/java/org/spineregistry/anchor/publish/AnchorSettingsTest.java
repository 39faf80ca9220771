package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.spineregistry.service.config.ConfigurationProblem;

class AnchorSettingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void everyKeyHasItsRule() {
    refused("spine.anchor.poll-interval", Duration.ZERO, SECOND, SECOND, 1, SECOND);
    refused("spine.anchor.poll-interval", Duration.ofMinutes(2), SECOND, SECOND, 1, SECOND);
    refused("spine.anchor.resend-interval", SECOND, Duration.ZERO, SECOND, 1, SECOND);
    refused("spine.anchor.stuck-after", SECOND, SECOND, SECOND.negated(), 1, SECOND);
    refused("spine.anchor.retries", SECOND, SECOND, SECOND, -1, SECOND);
    refused("spine.anchor.backoff", SECOND, SECOND, SECOND, 1, SECOND.negated());
  }

  private static void refused(
      String key, Duration poll, Duration resend, Duration stuck, int retries, Duration backoff) {
    assertThatThrownBy(() -> new AnchorSettings(poll, resend, stuck, retries, backoff))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith(key + ": ");
  }
}
