package org.spineregistry.synthesis.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

class BinnedRowsTest {
  @Test
  void fewValuesKeepABinEachAndMissingHasItsOwn() {
    BinnedRows binned = BinnedRows.of(numbers(5, Double.NaN, 3), numbers(4, 5));

    assertThat(binned.bins()[0]).containsExactly(3, 0, 1, 2, 3);
    assertThat(binned.sizes()).containsExactly(4);
  }

  /** A level that only the release knows, and levels in another order. */
  @Test
  void levelsAreMatchedByName() {
    Table cohort = codes(List.of("a", "b"), 0, 1, -1);
    Table release = codes(List.of("b", "c", "a"), 0, 1, 2);

    assertThat(BinnedRows.of(cohort, release).bins()[0]).containsExactly(1, 2, 0, 2, 3, 1);
  }

  @Test
  void columnsAreMatchedByName() {
    Column x = Column.number("x", 0);
    Column y = Column.number("y", 0);
    Table cohort = Table.of(List.of(x, y), List.of(values(1, 2), values(7, 8)));
    Table release = Table.of(List.of(y, x), List.of(values(7), values(2)));

    assertThat(BinnedRows.of(cohort, release).bins())
        .isDeepEqualTo(new byte[][] {{1, 2, 2}, {1, 2, 1}});
  }

  @Property(tries = 50, seed = "2026")
  void manyValuesFallInNearlyEqualBins(@ForAll @IntRange(min = 64, max = 5000) int size) {
    double[] values = IntStream.range(0, size).mapToDouble(i -> i * 0.5).toArray();

    BinnedRows binned = BinnedRows.of(numbers(values), numbers());

    int[] counts = new int[BinnedRows.MOST_BINS];
    for (byte bin : binned.bins()[0]) {
      counts[bin]++;
    }
    assertThat(counts[0]).isZero();
    assertThat(binned.sizes()[0]).isEqualTo(BinnedRows.MOST_BINS);
    for (int bin = 1; bin < counts.length; bin++) {
      assertThat(counts[bin]).isBetween(size / 63, size / 63 + 1);
    }
  }

  @Property(tries = 100, seed = "2026")
  void binsFollowTheOrderOfTheValues(
      @ForAll @Size(min = 2, max = 300) List<@DoubleRange(min = -9, max = 9) Double> list) {
    double[] values = list.stream().mapToDouble(v -> v).toArray();

    BinnedRows binned = BinnedRows.of(numbers(values), numbers());

    byte[] bins = binned.bins()[0];
    for (int i = 1; i < values.length; i++) {
      assertThat(bins[i]).isBetween((byte) 1, (byte) (binned.sizes()[0] - 1));
      if (values[i - 1] <= values[i]) {
        assertThat(bins[i - 1]).isLessThanOrEqualTo(bins[i]);
      } else {
        assertThat(bins[i - 1]).isGreaterThanOrEqualTo(bins[i]);
      }
    }
  }

  private static Table numbers(double... values) {
    return Table.of(List.of(Column.number("x", 1)), List.of(values(values)));
  }

  private static ColumnValues values(double... values) {
    return ColumnValues.numbers(values);
  }

  private static Table codes(List<String> levels, int... codes) {
    return Table.of(
        List.of(Column.category("x", List.of())), List.of(ColumnValues.codes(codes, levels)));
  }
}
