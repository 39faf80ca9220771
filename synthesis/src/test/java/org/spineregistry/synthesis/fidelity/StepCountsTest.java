package org.spineregistry.synthesis.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

/** Counting gives the distances that sorting gives. */
class StepCountsTest {
  @Test
  void ofRealPatientsAndInParts() {
    Table patients = OptData.cohort().select(IntStream.range(0, 400).toArray());
    Table one = OptData.cohort().select(IntStream.range(400, 500).toArray());
    Table other = OptData.cohort().select(IntStream.range(500, 823).toArray());
    StepCounts steps = StepCounts.of(patients);
    int[][] counts = steps.count(one);
    int[][] more = steps.count(other);
    for (int column = 0; column < counts.length; column++) {
      for (int step = 0; step < counts[column].length; step++) {
        counts[column][step] += more[column][step];
      }
    }

    double[] sorted =
        RealColumns.of(patients).numbers(Table.concatenate(List.of(one, other))).stream()
            .mapToDouble(NumberFidelity::ks)
            .toArray();

    assertThat(sorted).hasSizeGreaterThan(20);
    assertThat(steps.distances(counts)).containsExactly(sorted, within(1e-12));
  }

  @Test
  void ofValuesBesideBelowAndAboveThePatients() {
    StepCounts steps = StepCounts.of(numbers(1, 2, 2, Double.NaN, 4));

    assertThat(distance(steps, 1, 2, 2, 4)).isZero();
    assertThat(distance(steps, 9, 9)).isEqualTo(1);
    assertThat(distance(steps, 0, Double.NaN)).isEqualTo(1);
    assertThat(distance(steps, 3)).isEqualTo(0.75);
    assertThat(steps.distances(steps.count(numbers(Double.NaN)))).isEmpty();
  }

  private static double distance(StepCounts steps, double... cells) {
    return steps.distances(steps.count(numbers(cells)))[0];
  }

  private static Table numbers(double... cells) {
    return Table.of(List.of(Column.number("x", 0)), List.of(ColumnValues.numbers(cells)));
  }
}
