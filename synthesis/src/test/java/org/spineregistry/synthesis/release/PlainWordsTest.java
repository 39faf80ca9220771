package org.spineregistry.synthesis.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
  @Test
  void parametersAreWrittenWithoutTheBracketsOfAProgram() {
    assertThat(
            PlainWords.of(
                List.of(
                    Map.of("kappa", 3.0, "passed", false), Map.of("kappa", 4.0, "passed", true))))
        .isEqualTo("kappa 3, passed false; kappa 4, passed true");
    assertThat(PlainWords.of(Map.of("ALL", 0.61, "K_MAP", 0.7))).isEqualTo("ALL 0.61, K_MAP 0.7");
    assertThat(PlainWords.of(List.of(100, 1000))).isEqualTo("100, 1000");
    assertThat(PlainWords.of(List.of())).isEqualTo("none");
    assertThat(PlainWords.of("step-copula")).isEqualTo("step-copula");
  }
}
