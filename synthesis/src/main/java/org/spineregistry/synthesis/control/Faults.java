package org.spineregistry.synthesis.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Decimal;
import org.spineregistry.synthesis.table.Table;

/**
 * Makes releases with one fault each from real patients. All are pure functions of the patients and
 * the stream.
 *
 * @param patients real patients
 * @param stream random numbers: row r of the release draws at row r
 */
public record Faults(Table patients, RandomStream stream) {
  /** Attempts of the stream, so that no two faults share random numbers. */
  private static final int NOISE = 1;

  private static final int COLUMNS = 2;

  /** Rows drawn with replacement. */
  public Table copies(int rows) {
    int[] drawn = new int[rows];
    for (int row = 0; row < rows; row++) {
      drawn[row] = (int) (stream.uniform(row, 0, 0) * patients.rows());
    }
    return patients.select(drawn);
  }

  /**
   * Rows drawn with replacement, their numbers with normal noise, rounded and kept in the schema's
   * bounds.
   *
   * @param share of each column's standard deviation that the noise has
   */
  public Table noisyCopies(int rows, double share) {
    Table copies = copies(rows);
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < copies.columns().size(); c++) {
      if (!copies.columns().get(c).isNumber()) {
        values.add(ColumnValues.codes(copies.codes(c), copies.levels(c)));
        continue;
      }
      double scale = share * sd(patients.numbers(c));
      double[] numbers = copies.numbers(c);
      for (int row = 0; row < rows; row++) {
        numbers[row] = fitted(c, numbers[row] + scale * stream.normal(row, NOISE, c));
      }
      values.add(ColumnValues.numbers(numbers));
    }
    return Table.of(copies.columns(), values);
  }

  /** Each column drawn on its own. */
  public Table independentColumns(int rows) {
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < patients.columns().size(); c++) {
      int[] drawn = new int[rows];
      for (int row = 0; row < rows; row++) {
        drawn[row] = (int) (stream.uniform(row, COLUMNS, c) * patients.rows());
      }
      Table column = patients.select(drawn);
      values.add(
          column.columns().get(c).isNumber()
              ? ColumnValues.numbers(column.numbers(c))
              : ColumnValues.codes(column.codes(c), column.levels(c)));
    }
    return Table.of(patients.columns(), values);
  }

  /** A release in which one number column is set to its median wherever it has a value. */
  public static Table collapsed(Table release, int column) {
    double[] sorted = observed(release, column);
    double median = sorted[sorted.length / 2];
    return mapped(release, column, v -> median);
  }

  /** A release in which the values of one column are turned around: the lowest is the highest. */
  public static Table turned(Table release, int column) {
    if (!release.columns().get(column).isNumber()) {
      int last = release.levels(column).size() - 1;
      int[] codes = Arrays.stream(release.codes(column)).map(c -> c < 0 ? c : last - c).toArray();
      return with(release, column, ColumnValues.codes(codes, release.levels(column)));
    }
    double[] sorted = observed(release, column);
    double ends = sorted[0] + sorted[sorted.length - 1];
    int decimals = release.columns().get(column).decimals();
    return mapped(release, column, v -> Decimal.round(ends - v, decimals));
  }

  /**
   * A release in which one number column is shifted, whatever the schema's bounds say.
   *
   * @param sds in standard deviations of the patients
   */
  public Table shifted(Table release, int column, double sds) {
    double shift = sds * sd(patients.numbers(column));
    int decimals = patients.columns().get(column).decimals();
    return mapped(release, column, v -> Decimal.round(v + shift, decimals));
  }

  /**
   * A release in which the gaps of each column are moved to random rows; the freed cells are filled
   * with observed values of the column.
   */
  public Table scattered(Table release) {
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < release.columns().size(); c++) {
      int[] from = scatteredRows(release, c);
      ColumnValues column =
          release.columns().get(c).isNumber()
              ? ColumnValues.numbers(release.numbers(c))
              : ColumnValues.codes(release.codes(c), release.levels(c));
      values.add(column.select(from));
    }
    return Table.of(release.columns(), values);
  }

  /** For each row the row that its cell comes from, gaps in random places. */
  private int[] scatteredRows(Table release, int column) {
    int rows = release.rows();
    List<Integer> observed = new ArrayList<>();
    List<Integer> missing = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      (release.isMissing(row, column) ? missing : observed).add(row);
    }
    int[] from = new int[rows];
    double[] keys = new double[rows];
    for (int row = 0; row < rows; row++) {
      keys[row] = stream.uniform(row, COLUMNS + 1, column);
      boolean filled = release.isMissing(row, column) && !observed.isEmpty();
      from[row] = filled ? observed.get((int) (keys[row] * observed.size())) : row;
    }
    double[] sorted = keys.clone();
    Arrays.sort(sorted);
    double limit = missing.isEmpty() ? -1 : sorted[missing.size() - 1];
    for (int row = 0; row < rows; row++) {
      if (keys[row] <= limit) {
        from[row] = missing.get(0);
      }
    }
    return from;
  }

  /** Known numbers of a column, sorted. */
  private static double[] observed(Table release, int column) {
    return Arrays.stream(release.numbers(column)).filter(v -> !Double.isNaN(v)).sorted().toArray();
  }

  /** A release in which each known number of a column is another one. */
  private static Table mapped(Table release, int column, DoubleUnaryOperator change) {
    double[] numbers = release.numbers(column);
    return with(
        release,
        column,
        Arrays.stream(numbers).map(v -> Double.isNaN(v) ? v : change.applyAsDouble(v)).toArray());
  }

  static Table with(Table release, int column, double[] numbers) {
    return with(release, column, ColumnValues.numbers(numbers));
  }

  private static Table with(Table release, int column, ColumnValues changed) {
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < release.columns().size(); c++) {
      if (c == column) {
        values.add(changed);
      } else {
        values.add(
            release.columns().get(c).isNumber()
                ? ColumnValues.numbers(release.numbers(c))
                : ColumnValues.codes(release.codes(c), release.levels(c)));
      }
    }
    return Table.of(release.columns(), values);
  }

  private double fitted(int column, double value) {
    Double low = patients.columns().get(column).minimum();
    Double high = patients.columns().get(column).maximum();
    double inside = low == null ? value : Math.max(low, value);
    inside = high == null ? inside : Math.min(high, inside);
    return Decimal.round(inside, patients.columns().get(column).decimals());
  }

  static double sd(double[] values) {
    double sum = 0;
    int n = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        n++;
      }
    }
    double squares = 0;
    for (double value : values) {
      squares += Double.isNaN(value) ? 0 : (value - sum / n) * (value - sum / n);
    }
    return Math.sqrt(squares / n);
  }
}
