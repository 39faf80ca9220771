package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  private final String file = Project.read(Compose.FILE);

  @Test
  void portsOfTheFileAgreeWithTheServices() {
    assertThat(PortCheck.findings(Compose.parse(file))).isEmpty();
  }

  @Test
  void findsAPublishedPortThatNobodyListensOn() {
    String wrong = file.replace("127.0.0.1:8085:8085", "127.0.0.1:8085:8086");

    assertThat(PortCheck.findings(Compose.parse(wrong)))
        .singleElement()
        .asString()
        .startsWith("review-collector listens on 8085 but publishes");
  }

  @Test
  void findsAHealthCheckOnAnotherPort() {
    String wrong = file.replace("http://127.0.0.1:8085/health", "http://127.0.0.1:8082/health");

    assertThat(PortCheck.findings(Compose.parse(wrong)))
        .singleElement()
        .asString()
        .startsWith("review-collector listens on 8085 but its health check asks");
  }

  @Test
  void findsAHealthCheckOfReadinessWhichWouldRestartAServiceThatOnlyWaits() {
    String wrong = file.replace(":8082/health/liveness", ":8082/health/readiness");

    assertThat(PortCheck.findings(Compose.parse(wrong))).hasSize(1);
  }

  @Test
  void findsAServiceThatOtherContainersCannotReach() {
    String wrong = file.replace("SPINE_HTTP_HOST: 0.0.0.0", "SPINE_HTTP_HOST: 127.0.0.1");

    assertThat(PortCheck.findings(Compose.parse(wrong)))
        .contains("review-collector listens on its own loopback, where nobody reaches it");
  }

  @Test
  void findsAPortThatIsPublishedTwice() {
    String wrong = file.replace("127.0.0.1:3000:3000", "127.0.0.1:9090:3000");

    assertThat(PortCheck.findings(Compose.parse(wrong)))
        .containsExactly("grafana publishes port 9090 a second time");
  }

  @Test
  void theEnvironmentWinsOverTheDefaultPort() {
    ModuleSettings settings = ModuleSettings.of("review-collector");

    assertThat(settings.port(Map.of())).isEqualTo(8085);
    assertThat(settings.port(Map.of("SPINE_HTTP_PORT", "9999"))).isEqualTo(9999);
  }
}
