package org.spineregistry.anchor.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.service.config.ConfigurationProblem;

class SolanaSettingsTest {
  private static final List<String> URLS = List.of("https://rpc.example.org/?api-key=secret");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Test
  void goodSettingsBecomeABudget() {
    SolanaSettings settings = new SolanaSettings(URLS, 60_000, 1_000, TIMEOUT, 0, 0, 0);

    assertThat(settings.budget().fee()).isEqualTo(5_060);
    assertThat(Clusters.configured(settings))
        .extracting(Endpoint::name)
        .containsExactly("endpoint-1");
  }

  @Test
  void everyKeyHasItsRule() {
    refused("spine.solana.endpoints", List.of(), 1, 0, TIMEOUT, 0);
    refused("spine.solana.endpoints", List.of("ftp://example.org"), 1, 0, TIMEOUT, 0);
    refused("spine.solana.compute-unit-limit", URLS, 0, 0, TIMEOUT, 0);
    refused("spine.solana.compute-unit-limit", URLS, 1_400_001, 0, TIMEOUT, 0);
    refused("spine.solana.compute-unit-price", URLS, 1, -1, TIMEOUT, 0);
    refused("spine.solana.compute-unit-price", URLS, 1, 1_000_001, TIMEOUT, 0);
    refused("spine.solana.timeout", URLS, 1, 0, Duration.ZERO, 0);
    refused("spine.solana.timeout", URLS, 1, 0, Duration.ofMinutes(2), 0);
    refused("spine.solana.airdrop-lamports", URLS, 1, 0, TIMEOUT, -1);
  }

  @Test
  void anAddressIsNeverShown() {
    SolanaSettings settings = new SolanaSettings(URLS, 60_000, 1_000, TIMEOUT, 0, 0, 0);
    assertThat(settings.toString()).doesNotContain("secret").doesNotContain("example");

    SolanaSettings unusable =
        new SolanaSettings(List.of("https://:secret"), 1, 0, TIMEOUT, 0, 0, 0);
    assertThatThrownBy(() -> Clusters.configured(unusable))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageContaining("endpoint-1")
        .hasMessageNotContaining("secret");
  }

  @Test
  void anEndpointIsThrottledOnlyWhereALimitIsSet() {
    assertThat(Clusters.configured(new SolanaSettings(URLS, 1, 0, TIMEOUT, 0, 0, 0)))
        .hasOnlyElementsOfType(RpcEndpoint.class);
    assertThat(Clusters.configured(new SolanaSettings(URLS, 1, 0, TIMEOUT, 10, 4, 0)))
        .hasOnlyElementsOfType(ThrottledEndpoint.class)
        .extracting(Endpoint::name)
        .containsExactly("endpoint-1");
    assertThatThrownBy(() -> new SolanaSettings(URLS, 1, 0, TIMEOUT, -1, 0, 0))
        .hasMessageStartingWith("spine.solana.requests-per-second: ");
  }

  private static void refused(
      String key, List<String> urls, int limit, int price, Duration timeout, long airdrop) {
    assertThatThrownBy(() -> new SolanaSettings(urls, limit, price, timeout, 0, 0, airdrop))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith(key + ": ");
  }
}
