package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScanTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        Compose.FILE,
        "ops/prometheus/prometheus.yml",
        "ops/prometheus/alerts.yml",
        "ops/grafana/provisioning/datasources/prometheus.yml",
        "ops/grafana/provisioning/dashboards/spine.yml",
        "ops/grafana/dashboards/certification.json"
      })
  void noSecretStandsInWhatIsCommitted(String file) {
    assertThat(SecretScan.findings(Yaml.parse(Project.read(file)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GF_SECURITY_ADMIN_PASSWORD | admin",
        "SPINE_SEED | 7",
        "KEY | -----BEGIN PRIVATE KEY-----",
        "KEY | 9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "KEY | 4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS4zvwRjXUKGfv",
        "KEY | MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g",
        "RPC_URL | https://user:pass@rpc.example.org"
      })
  void findsValuesThatLookLikeSecretsAndTellsOnlyWhere(String key, String value) {
    Map<String, Object> tree = Map.of("services", Map.of("a", Map.of(key, value)));

    assertThat(SecretScan.findings(tree)).containsExactly("/services/a/" + key);
  }

  @Test
  void findsAKeyPairAsNumbers() {
    String numbers = "[" + "17,".repeat(63) + "17]";

    assertThat(SecretScan.findings(Map.of("key", numbers))).containsExactly("/key");
  }

  @ParameterizedTest
  @CsvSource({
    "SPINE_SEED_FILE, /run/secrets/synthesis-seed",
    "file, ./secrets/cohort-key",
    "GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION, true",
    "SPINE_KAFKA_BOOTSTRAP_SERVERS, kafka:9092"
  })
  void letsPassWhatOnlyPointsToASecret(String key, String value) {
    assertThat(SecretScan.findings(Map.of(key, value))).isEmpty();
  }
}
