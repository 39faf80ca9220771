package org.spineregistry.synthesis.rigorous;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StabilityTest {
  @Test
  void brokenGatesAreToldInWords() {
    assertThat(
            Stability.gate(
                    Tier.CONTROLLED,
                    List.of(List.of("F1-ks", "F4-rate"), List.of("F1-ks"), List.of()))
                .detail())
        .startsWith("1 of 3, Wilson interval [")
        .endsWith("; broken: F1-ks by 2, F4-rate by 1");
  }
}
