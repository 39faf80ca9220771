package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static Finding finding(Stage stage, String code, Level level) {
    return new Finding(stage, code, level, List.of("bmi"), "Rule.", "");
  }

  private final Finding query = finding(Stage.QUERY_RULES, "QUERY", Level.QUERY);
  private final Finding range = finding(Stage.RANGES, "RANGE", Level.REJECT);
  private final Finding shape = finding(Stage.SHAPE, "SHAPE", Level.REJECT);
  private final Finding shapeToo = finding(Stage.SHAPE, "A_SHAPE", Level.REJECT);

  @Test
  void standInTheOrderOfTheStagesAndThenAsTheyCame() {
    assertThat(Findings.inOrder(List.of(range, shape, shapeToo)))
        .containsExactly(shape, shapeToo, range);
  }

  @Test
  void asksNothingAboutARefusedCase() {
    assertThat(Findings.inOrder(List.of(query, range))).containsExactly(range);
    assertThat(Findings.inOrder(List.of(query))).containsExactly(query);
  }

  @Test
  void refuseACaseWithOneReject() {
    assertThat(Findings.reject(List.of(query, range))).isTrue();
    assertThat(Findings.reject(List.of(query))).isFalse();
    assertThat(Findings.reject(List.of())).isFalse();
  }
}
