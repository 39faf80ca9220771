package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must be there before what. */
class StartOrderTest {
  private static final String DONE = "service_completed_successfully";
  private static final String HEALTHY = "service_healthy";

  private final Compose compose = Compose.load();

  @Test
  void topicsAreAppliedWhenBrokerAndRegistryAnswer() {
    ComposeService topics = compose.service("topics").orElseThrow();

    assertThat(topics.dependencies()).containsEntry("kafka", HEALTHY);
    assertThat(topics.dependencies()).containsEntry("registry", HEALTHY);
    assertThat(topics.command()).startsWith("topics", "apply");
  }

  @Test
  void servicesThatUseTopicsStartWhenTheyAreApplied() {
    for (ComposeService service : compose.ours()) {
      if (service.environment().containsKey("SPINE_KAFKA_BOOTSTRAP_SERVERS")) {
        assertThat(service.dependencies()).as(service.name()).containsEntry("topics", DONE);
      }
    }
  }

  @Test
  void onlyServicesWithAHealthCheckAreAwaitedAsHealthy() {
    Map<String, String> unknown = new LinkedHashMap<>();
    for (ComposeService service : compose.services()) {
      service
          .dependencies()
          .forEach(
              (other, condition) -> {
                boolean checked = compose.service(other).orElseThrow().healthCheck().size() > 1;
                if (checked != condition.equals(HEALTHY)) {
                  unknown.put(service.name(), other);
                }
              });
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyAddressInAnEnvironmentOrACommandNamesAServiceAndAPortInsideIt() {
    Map<String, Integer> inside = Map.of("kafka", 9092, "registry", 8080, "solana", 8899);
    for (ComposeService service : compose.ours()) {
      String text = service.environment().values() + " " + service.command();
      inside.forEach(
          (host, port) -> {
            var address = java.util.regex.Pattern.compile("\\b" + host + ":(\\d+)").matcher(text);
            while (address.find()) {
              assertThat(Integer.parseInt(address.group(1)))
                  .as(service.name() + " asks " + host)
                  .isEqualTo(port);
            }
          });
      assertThat(text).as(service.name()).doesNotContain("localhost").doesNotContain("127.0.0.1");
    }
  }
}
