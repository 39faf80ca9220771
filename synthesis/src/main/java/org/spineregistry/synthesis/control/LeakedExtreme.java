package org.spineregistry.synthesis.control;

import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.quantile.HiddenExtremes;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Table;

/** Plants one cell: one row shows the highest, or lowest, number of fewer than k patients. */
final class LeakedExtreme {
  private static final int K = 5;

  private LeakedExtreme() {}

  /**
   * Plants the leak in a random column.
   *
   * @param derived names of columns that follow from others
   * @return null when every extreme of the patients is shared by enough of them
   */
  static Table in(
      Table release, Table patients, List<String> derived, RandomStream stream, long attempt) {
    int[] columns =
        IntStream.range(0, patients.columns().size())
            .filter(c -> patients.columns().get(c).isNumber())
            .filter(c -> !derived.contains(patients.columns().get(c).name()))
            .filter(c -> !Double.isNaN(extreme(patients, c)))
            .toArray();
    if (columns.length == 0) {
      return null;
    }
    int column = columns[(int) (stream.uniform(0, attempt, 0) * columns.length)];
    double[] numbers = release.numbers(column);
    int[] observed =
        IntStream.range(0, numbers.length).filter(r -> !Double.isNaN(numbers[r])).toArray();
    if (observed.length == 0) {
      return null;
    }
    numbers[observed[(int) (stream.uniform(0, attempt, 1) * observed.length)]] =
        extreme(patients, column);
    return Faults.with(release, column, numbers);
  }

  /** The hidden maximum, or else the hidden minimum; NaN when neither is hidden. */
  private static double extreme(Table patients, int column) {
    HiddenExtremes hidden =
        HiddenExtremes.of(patients.numbers(column), patients.columns().get(column).decimals(), K);
    return Double.isNaN(hidden.high()) ? hidden.low() : hidden.high();
  }
}
