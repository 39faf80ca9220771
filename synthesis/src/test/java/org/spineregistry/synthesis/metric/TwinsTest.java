package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

class TwinsTest {
  private static final RandomStream RANDOM = Seed.ofHex("7a".repeat(32)).stream("twins");

  @Test
  void realPatientsHaveNone() {
    Twins twins = Twins.of(OptData.cohort());

    assertThat(twins.rows()).isZero();
    assertThat(twins.areRepeats()).isFalse();
  }

  @Test
  void patientsWhoStandInTheTableTwiceAreRepeats() {
    Table cohort = OptData.cohort();
    Table twice =
        Table.concatenate(List.of(cohort, cohort.select(IntStream.range(0, 5).toArray())));

    Twins twins = Twins.of(twice);

    assertThat(twins.rows()).isEqualTo(10);
    assertThat(twins.alike()).isEqualTo(5);
    assertThat(twins.areRepeats()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void patientsOfACoarseTableAreAlikeByChance(int columns) {
    Table coarse = coarse(300, columns);

    Twins twins = Twins.of(coarse);

    assertThat(twins.rows()).isPositive();
    assertThat(twins.areRepeats()).isFalse();
    long alike = 0;
    long almost = 0;
    for (int i = 0; i < coarse.rows(); i++) {
      for (int j = 0; j < i; j++) {
        int differ = 0;
        for (int c = 0; c < columns; c++) {
          differ += coarse.numbers(c)[i] == coarse.numbers(c)[j] ? 0 : 1;
        }
        alike += differ == 0 ? 1 : 0;
        almost += differ == 1 ? 1 : 0;
      }
    }
    assertThat(twins.alike()).isEqualTo(alike);
    assertThat(twins.almost()).isEqualTo(almost);
  }

  /** Numbers from 0 to 2. */
  private static Table coarse(int rows, int columns) {
    return Table.of(
        IntStream.range(0, columns).mapToObj(c -> Column.number("c" + c, 0)).toList(),
        IntStream.range(0, columns)
            .mapToObj(
                c -> {
                  double[] draws = new double[rows];
                  RANDOM.uniforms(columns, c, draws);
                  return ColumnValues.numbers(
                      IntStream.range(0, rows)
                          .mapToDouble(r -> Math.floor(3 * draws[r]))
                          .toArray());
                })
            .toList());
  }
}
