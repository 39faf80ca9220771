package org.spineregistry.synthesis.fidelity;

import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.SpearmanMatrix;
import org.spineregistry.synthesis.table.Table;

/**
 * How alike the rank correlations of two tables are, over all pairs of number, ordered and boolean
 * columns that both tables can estimate.
 *
 * @param pairs number of pairs
 * @param meanDifference mean absolute difference; NaN without pairs
 * @param largestDifference largest absolute difference
 * @param slope of the second table's correlations on those of the first, least squares with
 *     intercept; NaN without two different correlations
 */
public record StructureFidelity(
    int pairs, double meanDifference, double largestDifference, double slope) {

  /** Columns whose ranks mean something. */
  public static List<Integer> columns(Table table) {
    return IntStream.range(0, table.columns().size())
        .filter(column -> table.columns().get(column).ordered())
        .boxed()
        .toList();
  }

  /**
   * Compares two matrices over the same columns.
   *
   * @param first the reference
   * @param second what is judged
   */
  public static StructureFidelity of(SpearmanMatrix first, SpearmanMatrix second) {
    int pairs = 0;
    double sum = 0;
    double largest = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    double[][] a = first.values();
    double[][] b = second.values();
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        if (!Double.isNaN(a[i][j]) && !Double.isNaN(b[i][j])) {
          double difference = Math.abs(a[i][j] - b[i][j]);
          sum += difference;
          largest = Math.max(largest, difference);
          sumX += a[i][j];
          sumY += b[i][j];
          sumXx += a[i][j] * a[i][j];
          sumXy += a[i][j] * b[i][j];
          pairs++;
        }
      }
    }
    double spread = sumXx - sumX * sumX / pairs;
    double slope = spread > 0 ? (sumXy - sumX * sumY / pairs) / spread : Double.NaN;
    return new StructureFidelity(pairs, pairs == 0 ? Double.NaN : sum / pairs, largest, slope);
  }
}
