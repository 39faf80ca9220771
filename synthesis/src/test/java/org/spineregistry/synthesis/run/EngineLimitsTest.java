package org.spineregistry.synthesis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EngineLimitsTest {
  @Test
  void whatLiesOnTheLimitsCanBeRun() {
    assertThat(EngineLimits.problems("published-2026", List.of(1, 100_000), 1)).isEmpty();
    assertThat(EngineLimits.problems("published-2026", List.of(1), 100)).isEmpty();
  }

  @Test
  void everyBrokenRuleIsToldByItsField() {
    assertThat(EngineLimits.problems("rigorous", List.of(100_001), 101))
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly("profile", "datasetSizes", "auditRepeats");
  }

  @Test
  void rowsThatNoGateCouldJudgeAreRefusedBeforeTheRun() {
    for (String profile : List.of("rigorous/CONTROLLED", "rigorous/PUBLIC")) {
      assertThat(EngineLimits.problems(profile, List.of(2, 27), 2))
          .singleElement()
          .asString()
          .startsWith(
              "datasetSizes: together at least 30 rows; with fewer the sampling error of F1");
      assertThat(EngineLimits.problems(profile, List.of(2, 28), 2)).isEmpty();
    }
  }

  @Test
  void whatWasAskedForIsNotRepeated() {
    assertThat(EngineLimits.problems("forged\nline", List.of(-77_777), 0).toString())
        .doesNotContain("forged", "77");
  }
}
