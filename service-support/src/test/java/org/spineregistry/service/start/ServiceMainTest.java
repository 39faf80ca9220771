package org.spineregistry.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.spineregistry.service.config.ConfigurationProblem;

class ServiceMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aWrongSettingIsOneSentenceAndExitCodeTwo() {
    int code =
        explain(
            new IllegalStateException(
                "wrapped", new ConfigurationProblem("spine.kafka.bootstrap-servers", "host:port")));

    assertThat(code).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("cannot start: spine.kafka.bootstrap-servers: host:port");
  }

  @Test
  void anUnexpectedErrorShowsItsClassAndPlaceAndNoMessage() {
    int code = explain(new IllegalStateException("MARKER-7731"));

    assertThat(code).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("IllegalStateException")
        .doesNotContain("MARKER-7731");
  }

  private int explain(RuntimeException problem) {
    return ServiceMain.explain(problem, new PrintStream(out, true, StandardCharsets.UTF_8));
  }
}
