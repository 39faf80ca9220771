package org.spineregistry.synthesis.metric;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.table.Table;

/**
 * Groups of rows with equal quasi-identifiers; a missing cell is a value of its own.
 *
 * @param sizes number of rows of each class
 */
public record EquivalenceClasses(Collection<Integer> sizes) {
  /**
   * Groups the rows of a table.
   *
   * @param columns positions of the quasi-identifiers, at least one
   * @param bands width of the bands for number columns by name: a value v becomes b floor(v / b);
   *     columns without a band keep their values
   */
  public static EquivalenceClasses of(
      Table table, List<Integer> columns, Map<String, Double> bands) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("Classes need at least one quasi-identifier");
    }
    double[][] keys = new double[columns.size()][];
    for (int k = 0; k < keys.length; k++) {
      keys[k] = keys(table, columns.get(k), bands);
    }
    Map<List<Double>, Integer> classes = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      Double[] key = new Double[keys.length];
      for (int k = 0; k < keys.length; k++) {
        key[k] = keys[k][row];
      }
      classes.merge(List.of(key), 1, Integer::sum);
    }
    return new EquivalenceClasses(List.copyOf(classes.values()));
  }

  /** Size of the smallest class, the k of k-anonymity; 0 for an empty table. */
  public int smallest() {
    return sizes.stream().mapToInt(size -> size).min().orElse(0);
  }

  private static double[] keys(Table table, int column, Map<String, Double> bands) {
    if (!table.columns().get(column).isNumber()) {
      int[] codes = table.codes(column);
      double[] keys = new double[codes.length];
      for (int row = 0; row < keys.length; row++) {
        keys[row] = codes[row];
      }
      return keys;
    }
    double[] keys = table.numbers(column);
    Double band = bands.get(table.columns().get(column).name());
    for (int row = 0; band != null && row < keys.length; row++) {
      keys[row] = band * Math.floor(keys[row] / band);
    }
    return keys;
  }
}
