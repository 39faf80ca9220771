package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
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

  @Test
  void aWordForTheMarkerThatIsNoneOfThreeIsRefused() {
    assertThat(marker("none").marking()).isEqualTo(Marking.NONE);
    assertThat(marker("batches").marking()).isEqualTo(Marking.BATCHES);
    assertThat(marker("all").marking()).isEqualTo(Marking.ALL);
    for (String word : new String[] {"", "true", "Batches", "batch", "off"}) {
      assertThatThrownBy(() -> marker(word))
          .isInstanceOf(ConfigurationProblem.class)
          .hasMessageStartingWith("spine.anchor.marker: ")
          .hasMessageContaining("none, batches or all");
    }
  }

  private static AnchorSettings marker(String word) {
    return new AnchorSettings(SECOND, SECOND, SECOND, 1, SECOND, word);
  }

  private static void refused(
      String key, Duration poll, Duration resend, Duration stuck, int retries, Duration backoff) {
    assertThatThrownBy(() -> new AnchorSettings(poll, resend, stuck, retries, backoff, "none"))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith(key + ": ");
  }
}
