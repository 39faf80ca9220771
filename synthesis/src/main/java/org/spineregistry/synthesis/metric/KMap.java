package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.table.Table;

/**
 * How many patients share the quasi-identifiers of a row, numbers in bands. A missing cell is a
 * value of its own. Immutable.
 */
public final class KMap {
  private final int[] columns;
  private final double[][] cuts;
  private final Map<Key, Integer> patients;

  private KMap(int[] columns, double[][] cuts, Map<Key, Integer> patients) {
    this.columns = columns;
    this.cuts = cuts;
    this.patients = patients;
  }

  /**
   * Counts the patients of a cohort.
   *
   * @param columns positions of the quasi-identifiers, at least one
   * @param cuts lower ends of the bands but the first, rising, by name of a number column; a column
   *     without keeps its values
   */
  public static KMap of(Table cohort, List<Integer> columns, Map<String, List<Double>> cuts) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A k-map needs at least one quasi-identifier");
    }
    int[] positions = columns.stream().mapToInt(column -> column).toArray();
    double[][] bands = new double[positions.length][];
    for (int q = 0; q < positions.length; q++) {
      List<Double> named = cuts.get(cohort.columns().get(positions[q]).name());
      bands[q] = named == null ? null : named.stream().mapToDouble(cut -> cut).toArray();
    }
    KMap map = new KMap(positions, bands, new HashMap<>());
    double[][] cells = cells(cohort, positions);
    for (int row = 0; row < cohort.rows(); row++) {
      map.patients.merge(map.key(cells, row), 1, Integer::sum);
    }
    return map;
  }

  /** Number of patients that share the quasi-identifiers of a row. */
  public int count(Row row) {
    int[] bands = new int[columns.length];
    for (int q = 0; q < columns.length; q++) {
      bands[q] = band(q, row.cell(columns[q]));
    }
    return patients.getOrDefault(new Key(bands), 0);
  }

  /** The same for each row of a table with the columns and levels of the cohort. */
  public int[] counts(Table table) {
    double[][] cells = cells(table, columns);
    int[] counts = new int[table.rows()];
    for (int row = 0; row < counts.length; row++) {
      counts[row] = patients.getOrDefault(key(cells, row), 0);
    }
    return counts;
  }

  private Key key(double[][] cells, int row) {
    int[] bands = new int[columns.length];
    for (int q = 0; q < columns.length; q++) {
      bands[q] = band(q, cells[q][row]);
    }
    return new Key(bands);
  }

  private int band(int quasiIdentifier, double cell) {
    if (Double.isNaN(cell)) {
      return -1;
    }
    double[] bands = cuts[quasiIdentifier];
    if (bands == null) {
      return Double.hashCode(cell) & Integer.MAX_VALUE;
    }
    int found = Arrays.binarySearch(bands, cell);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static double[][] cells(Table table, int[] columns) {
    double[][] cells = new double[columns.length][];
    for (int q = 0; q < columns.length; q++) {
      cells[q] =
          table.columns().get(columns[q]).isNumber()
              ? table.numbers(columns[q])
              : Arrays.stream(table.codes(columns[q]))
                  .mapToDouble(code -> code < 0 ? Double.NaN : code)
                  .toArray();
    }
    return cells;
  }

  /** Bands of the quasi-identifiers. */
  private record Key(int[] bands) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(bands, key.bands);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bands);
    }
  }
}
