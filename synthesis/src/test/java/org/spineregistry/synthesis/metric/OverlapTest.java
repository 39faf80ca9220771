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

class OverlapTest {
  private static final RandomStream RANDOM = Seed.ofHex("7b".repeat(32)).stream("overlap");

  @Test
  void sixtyPatientsInBothTablesAreBeyondTwins() {
    Table cohort = OptData.cohort();

    Overlap overlap = Overlap.of(rows(cohort, 0, 470), rows(cohort, 410, 820));

    assertThat(overlap).isEqualTo(new Overlap(60, 60, true));
  }

  @Test
  void otherPatientsDoNotOverlap() {
    Table cohort = OptData.cohort();

    assertThat(Overlap.of(rows(cohort, 0, 410), rows(cohort, 410, 820)))
        .isEqualTo(new Overlap(0, 0, false));
  }

  /** All patients of a small fit may hide in a holdout of thousands. */
  @Test
  void aSmallTableInALargeOneIsFound() {
    Table many = coarse(9_000, 12, 0);

    assertThat(Overlap.of(rows(many, 0, 40), many).beyondTwins()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void patientsOfACoarseTableAreAlikeByChance(int columns) {
    Overlap overlap = Overlap.of(coarse(400, columns, 1), coarse(400, columns, 2));

    assertThat(overlap.aside()).isPositive();
    assertThat(overlap.beyondTwins()).isFalse();
  }

  @Test
  void repeatedRowsAreThoseBehindTheirFirst() {
    Table table = rows(OptData.cohort(), 0, 50);

    assertThat(Overlap.repeated(table)).isZero();
    assertThat(Overlap.repeated(Table.concatenate(List.of(table, table, table)))).isEqualTo(100);
  }

  private static Table rows(Table table, int from, int to) {
    return table.select(IntStream.range(from, to).toArray());
  }

  /** Numbers from 0 to 2. */
  private static Table coarse(int rows, int columns, int draw) {
    return Table.of(
        IntStream.range(0, columns).mapToObj(c -> Column.number("c" + c, 0)).toList(),
        IntStream.range(0, columns)
            .mapToObj(
                c -> {
                  double[] draws = new double[rows];
                  RANDOM.uniforms(100 * draw + columns, c, draws);
                  return ColumnValues.numbers(
                      IntStream.range(0, rows)
                          .mapToDouble(r -> Math.floor(3 * draws[r]))
                          .toArray());
                })
            .toList());
  }
}
