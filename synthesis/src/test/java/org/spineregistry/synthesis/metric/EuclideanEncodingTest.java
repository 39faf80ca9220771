package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

class EuclideanEncodingTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("age", 0),
          Column.number("constant", 0),
          Column.category("side", List.of("LEFT", "RIGHT", "BOTH")));

  private final Table reference =
      new TableBuilder(COLUMNS)
          .add(Arrays.asList(40, 7, "LEFT"))
          .add(Arrays.asList(60, 7, "RIGHT"))
          .add(Arrays.asList(null, 7, null))
          .build();

  private final EuclideanEncoding encoding = EuclideanEncoding.of(reference);

  /** Mean 50, sample SD sqrt(200); levels found are LEFT, RIGHT and missing. */
  @Test
  void numbersAreScaledAndLevelsOwnACoordinate() {
    EncodedRows rows = encoding.encode(reference);

    assertThat(rows.dimensions()).isEqualTo(5);
    double z = 10 / Math.sqrt(200);
    assertThat(rows.values()[0]).isCloseTo(-z, within(1e-15));
    assertThat(rows.values()[5]).isCloseTo(z, within(1e-15));
    assertThat(rows.values()[10]).isZero();
    assertThat(rows.values()[1]).isZero();
  }

  @Test
  void differentLevelsAreOneApartAndMissingIsALevel() {
    Table sides =
        new TableBuilder(COLUMNS)
            .add(Arrays.asList(50, 7, "LEFT"))
            .add(Arrays.asList(50, 7, "RIGHT"))
            .add(Arrays.asList(50, 7, null))
            .add(Arrays.asList(50, 7, "BOTH"))
            .build();

    EncodedRows rows = encoding.encode(sides);

    assertThat(squared(rows, 0, 1)).isCloseTo(1, within(1e-15));
    assertThat(squared(rows, 0, 2)).isCloseTo(1, within(1e-15));
    // a level that the reference does not hold has no coordinate: half of it is missing
    assertThat(squared(rows, 0, 3)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void aColumnWithoutAnyValueOrSpreadDoesNotCount() {
    List<Column> columns = List.of(Column.number("empty", 0), Column.number("once", 0));
    Table none =
        new TableBuilder(columns)
            .add(Arrays.asList(null, 3))
            .add(Arrays.asList(null, null))
            .build();
    Table other = new TableBuilder(columns).add(Arrays.asList(5, 9)).build();

    assertThat(EuclideanEncoding.of(none).encode(other).values()).containsExactly(0, 0);
  }

  private static double squared(EncodedRows rows, int i, int j) {
    double sum = 0;
    for (int d = 0; d < rows.dimensions(); d++) {
      double gap =
          rows.values()[i * rows.dimensions() + d] - rows.values()[j * rows.dimensions() + d];
      sum += gap * gap;
    }
    return sum;
  }
}
