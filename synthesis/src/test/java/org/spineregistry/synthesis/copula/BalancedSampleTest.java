package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

class BalancedSampleTest {
  private static final StepModel MODEL = NormalCohort.model();

  @Test
  void balancedArmsHaveEqualSizes() {
    Table rows = MODEL.balanced(62, "trial", "arm", MODEL.conditions("x>=0", Set.of())).table();

    int[] codes = rows.codes(2);
    assertThat(Arrays.copyOfRange(codes, 0, 21)).containsOnly(0);
    assertThat(Arrays.copyOfRange(codes, 21, 42)).containsOnly(1);
    assertThat(Arrays.copyOfRange(codes, 42, 62)).containsOnly(2);
    assertThat(Arrays.stream(rows.numbers(0)).min().orElseThrow()).isNotNegative();
    Table high = MODEL.sample(20, "trial", MODEL.conditions("x>=0,arm=high", Set.of())).table();
    Table last = rows.select(IntStream.range(42, 62).toArray());
    assertThat(CsvWriter.write(last)).isEqualTo(CsvWriter.write(high));
  }

  @Test
  void conditionsMayLeaveOutArms() {
    Table rows =
        MODEL.balanced(9, "trial", "arm", MODEL.conditions("arm!=middle", Set.of())).table();

    assertThat(rows.codes(2)).containsExactly(0, 0, 0, 0, 0, 2, 2, 2, 2);
  }

  @Test
  void whatCannotBeBalancedIsRefused() {
    assertThatThrownBy(() -> balanced("x", "")).hasMessage("x: only a category can be balanced");
    assertThatThrownBy(() -> balanced("z", "")).hasMessage("z: unknown column");
    assertThatThrownBy(() -> balanced("arm", "x<=-2.9"))
        .hasMessage(
            "the conditions 'x<=-2.9,arm=middle' select fewer than 5 patients; "
                + "the conditions 'x<=-2.9,arm=high' select fewer than 5 patients");
  }

  private static void balanced(String column, String conditions) {
    MODEL.balanced(10, "trial", column, MODEL.conditions(conditions, Set.of()));
  }
}
