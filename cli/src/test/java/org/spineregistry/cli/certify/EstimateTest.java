package org.spineregistry.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EstimateTest {
  /** Measured: 0.6 and 1.0 seconds, then 6, 45, 9 and 11. */
  @Test
  void onlyALongGenerationIsAnnounced() {
    assertThat(Estimate.ofGeneration(1000, 50, 11_100).isLong()).isFalse();
    assertThat(Estimate.ofGeneration(5000, 50, 11_100).isLong()).isFalse();

    assertThat(Estimate.ofGeneration(100, 600, 11_100).isLong()).isTrue();
    assertThat(Estimate.ofGeneration(100, 1500, 11_100).seconds()).isBetween(25.0, 90.0);
    assertThat(Estimate.ofGeneration(1000, 50, 1_000_000).seconds()).isBetween(5.0, 18.0);
    assertThat(Estimate.ofGeneration(20_000, 50, 200_000).seconds()).isBetween(6.0, 22.0);
  }
}
