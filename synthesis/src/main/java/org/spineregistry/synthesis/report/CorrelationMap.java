package org.spineregistry.synthesis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Spearman correlations of cohort and release, to a hundredth. Each is over many patients (gate F3
 * takes pairs with at least 20 common rows), so none speaks of a single one.
 *
 * @param columns names, in schema order
 * @param real square, null where a pair is not estimable
 * @param synthetic square, null where a pair is not estimable
 */
public record CorrelationMap(
    List<String> columns, List<List<Double>> real, List<List<Double>> synthetic) {
  public CorrelationMap {
    columns = List.copyOf(columns);
    real = frozen(real, columns.size());
    synthetic = frozen(synthetic, columns.size());
  }

  /**
   * The map of two matrices.
   *
   * @param columns names of rows and columns
   * @param real correlations of the cohort, NaN where a pair is not estimable
   * @param synthetic correlations of the release
   */
  public static CorrelationMap of(List<String> columns, double[][] real, double[][] synthetic) {
    return new CorrelationMap(columns, rounded(real), rounded(synthetic));
  }

  /** A pair of columns and its two correlations. */
  public record Pair(String first, String second, double real, double synthetic) {
    /** How far apart they are. */
    public double difference() {
      return Decimals.hundredths(synthetic - real);
    }
  }

  /** Synthetic minus real, null where one is not estimable. */
  public Double difference(int row, int column) {
    Double before = real.get(row).get(column);
    Double after = synthetic.get(row).get(column);
    return before == null || after == null ? null : Decimals.hundredths(after - before);
  }

  /** Pairs that both tables can estimate, the largest difference first, ties in schema order. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        if (difference(i, j) != null) {
          pairs.add(
              new Pair(
                  columns.get(i), columns.get(j), real.get(i).get(j), synthetic.get(i).get(j)));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(pair -> -Math.abs(pair.difference())));
    return List.copyOf(pairs);
  }

  private static List<List<Double>> rounded(double[][] matrix) {
    List<List<Double>> rows = new ArrayList<>();
    for (double[] values : matrix) {
      List<Double> row = new ArrayList<>();
      for (double value : values) {
        row.add(Double.isFinite(value) ? Decimals.hundredths(value) : null);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<Double>> frozen(List<List<Double>> matrix, int size) {
    if (matrix.size() != size || matrix.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException("A correlation map is square");
    }
    // List.copyOf refuses the null of a pair that is not estimable
    return matrix.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
  }
}
