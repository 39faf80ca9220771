package org.spineregistry.synthesis.metric;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

/**
 * Gower-type distances by their definition, for vectors that are stated in them: mean over columns
 * of |x - y| / range for numbers, 0 or 1 for levels, 1 for one missing, 0 for both.
 */
final class GowerDistances {
  private final Table table;
  private final double[] ranges;

  GowerDistances(List<String> columns) {
    table = OptData.table(columns);
    ranges = new double[columns.size()];
    for (int c = 0; c < ranges.length; c++) {
      if (table.columns().get(c).isNumber()) {
        double[] values =
            Arrays.stream(table.numbers(c)).filter(v -> !Double.isNaN(v)).sorted().toArray();
        ranges[c] = values[values.length - 1] - values[0];
      }
    }
  }

  /** The nearest and the second nearest distance from each query row to the reference rows. */
  double[][] nearestTwo(int[] queries, int[] references) {
    double[][] nearest = new double[2][queries.length];
    double[][] cells = new double[ranges.length][];
    for (int c = 0; c < cells.length; c++) {
      cells[c] =
          table.columns().get(c).isNumber()
              ? table.numbers(c)
              : Arrays.stream(table.codes(c)).mapToDouble(v -> v < 0 ? Double.NaN : v).toArray();
    }
    for (int i = 0; i < queries.length; i++) {
      int query = queries[i];
      double[] distances =
          Arrays.stream(references)
              .filter(reference -> reference != query)
              .mapToDouble(reference -> distance(cells, query, reference))
              .sorted()
              .toArray();
      nearest[0][i] = distances[0];
      nearest[1][i] = distances[1];
    }
    return nearest;
  }

  private double distance(double[][] cells, int a, int b) {
    double sum = 0;
    for (int c = 0; c < cells.length; c++) {
      double x = cells[c][a];
      double y = cells[c][b];
      if (Double.isNaN(x) || Double.isNaN(y)) {
        sum += Double.isNaN(x) && Double.isNaN(y) ? 0 : 1;
      } else if (table.columns().get(c).isNumber()) {
        sum += ranges[c] == 0 ? (x == y ? 0 : 1) : Math.min(1, Math.abs(x - y) / ranges[c]);
      } else {
        sum += x == y ? 0 : 1;
      }
    }
    return sum / cells.length;
  }
}
