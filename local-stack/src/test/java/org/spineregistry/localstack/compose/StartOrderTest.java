package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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
  void everyAddressOfAnotherContainerHasThePortThatItListensOn() {
    Map<String, Integer> ports = Map.of("kafka", 9092, "registry", 8080, "solana", 8899);
    for (ComposeService service : compose.ours()) {
      String text = service.environment().values() + " " + service.command();
      ports.forEach(
          (host, port) ->
              assertThat(Pattern.compile("\\b" + host + ":(\\d+)").matcher(text).results())
                  .as(service.name() + " asks " + host)
                  .allMatch(address -> address.group(1).equals(port.toString())));
    }
  }

  @Test
  void noContainerLooksForAnotherOnItsOwnLoopback() {
    for (ComposeService service : compose.ours()) {
      assertThat(service.environment().values() + " " + service.command())
          .as(service.name())
          .doesNotContain("localhost", "127.0.0.1");
    }
  }
}
