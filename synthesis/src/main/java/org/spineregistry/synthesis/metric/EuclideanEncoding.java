package org.spineregistry.synthesis.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.spineregistry.synthesis.table.Table;

/**
 * Turns mixed rows into points whose Euclidean distance treats columns alike: a number becomes its
 * z-score by mean and sample SD of the reference rows, a missing one 0; a category becomes one
 * coordinate of 1/sqrt(2) for its level, missing being a level, so that two different levels are 1
 * apart in squared distance. A level that the reference does not hold has no coordinate.
 */
public final class EuclideanEncoding {
  private static final double LEVEL = Math.sqrt(0.5);

  private final List<Coordinates> columns = new ArrayList<>();
  private final int dimensions;

  private EuclideanEncoding(Table reference) {
    int next = 0;
    for (int c = 0; c < reference.columns().size(); c++) {
      Coordinates column =
          reference.columns().get(c).isNumber()
              ? NumberCoordinate.of(reference.numbers(c), next)
              : LevelCoordinates.of(reference, c, next);
      columns.add(column);
      next += column.width();
    }
    dimensions = next;
  }

  /** The encoding that a reference table, such as the cohort, defines. */
  public static EuclideanEncoding of(Table reference) {
    return new EuclideanEncoding(reference);
  }

  /**
   * Encodes rows of a table with the same columns.
   *
   * @throws IllegalArgumentException if the number of columns differs
   */
  public EncodedRows encode(Table table) {
    if (table.columns().size() != columns.size()) {
      throw new IllegalArgumentException("The table has other columns than the reference");
    }
    double[] values = new double[table.rows() * dimensions];
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).write(table, c, values, dimensions);
    }
    return new EncodedRows(table.rows(), dimensions, values);
  }

  /** How one column is written. */
  private interface Coordinates {
    int width();

    void write(Table table, int column, double[] values, int stride);
  }

  private record NumberCoordinate(int at, double mean, double sd) implements Coordinates {
    static NumberCoordinate of(double[] reference, int at) {
      double sum = 0;
      int n = 0;
      for (double value : reference) {
        if (!Double.isNaN(value)) {
          sum += value;
          n++;
        }
      }
      double mean = sum / n;
      double squares = 0;
      for (double value : reference) {
        squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
      }
      return new NumberCoordinate(at, mean, n > 1 ? Math.sqrt(squares / (n - 1)) : 0);
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public void write(Table table, int column, double[] values, int stride) {
      double[] numbers = table.numbers(column);
      for (int row = 0; row < numbers.length; row++) {
        boolean neutral = Double.isNaN(numbers[row]) || !(sd > 0);
        values[row * stride + at] = neutral ? 0 : (numbers[row] - mean) / sd;
      }
    }
  }

  private record LevelCoordinates(int at, List<String> levels) implements Coordinates {
    private static final String MISSING = "";

    static LevelCoordinates of(Table reference, int column, int at) {
      TreeSet<String> found = new TreeSet<>();
      for (int code : reference.codes(column)) {
        found.add(code < 0 ? MISSING : reference.levels(column).get(code));
      }
      return new LevelCoordinates(at, List.copyOf(found));
    }

    @Override
    public int width() {
      return levels.size();
    }

    @Override
    public void write(Table table, int column, double[] values, int stride) {
      int[] codes = table.codes(column);
      int missing = levels.indexOf(MISSING);
      int[] places = table.levels(column).stream().mapToInt(levels::indexOf).toArray();
      for (int row = 0; row < codes.length; row++) {
        int place = codes[row] < 0 ? missing : places[codes[row]];
        if (place >= 0) {
          values[row * stride + at + place] = LEVEL;
        }
      }
    }
  }
}
