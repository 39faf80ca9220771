package org.spineregistry.synthesis.classic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.table.ColumnValues;

/**
 * A category column: levels by falling frequency own intervals of (0, 1), ties in schema order.
 *
 * @param codes level codes in that order
 * @param edges latent upper ends of the intervals but the last
 */
record CategoryModel(int[] codes, double[] edges, List<String> levels, double missingRate)
    implements ColumnModel {
  private static final double CLIP = 1e-7;

  /**
   * Fits a column with at least two observed levels. A value becomes a uniform draw in the interval
   * of its level; a missing one a draw in the whole of (0, 1), which keeps the observed
   * frequencies.
   *
   * @param draws the draw of this column for each row
   */
  static FittedColumn fit(int[] values, List<String> levels, Imputation imputation, Draws draws) {
    long[] counts = new long[levels.size()];
    long observed = 0;
    for (int value : values) {
      if (value >= 0) {
        counts[value]++;
        observed++;
      }
    }
    int[] codes = byFallingFrequency(counts);
    double[] starts = new double[levels.size()];
    double[] widths = new double[levels.size()];
    double[] edges = new double[codes.length - 1];
    long below = 0;
    for (int i = 0; i < codes.length; i++) {
      starts[codes[i]] = (double) below / observed;
      widths[codes[i]] = (double) counts[codes[i]] / observed;
      below += counts[codes[i]];
      if (i < edges.length) {
        edges[i] = StandardNormal.quantile((double) below / observed);
      }
    }
    double missing = (double) (values.length - observed) / values.length;
    return new FittedColumn(
        new CategoryModel(codes, edges, levels, missing),
        scores(values, starts, widths, imputation, draws),
        null);
  }

  private static double[] scores(
      int[] values, double[] starts, double[] widths, Imputation imputation, Draws draws) {
    double[] scores = new double[values.length];
    for (int row = 0; row < scores.length; row++) {
      double uniform = draws.uniform(row);
      if (values[row] >= 0) {
        scores[row] = score(starts[values[row]] + widths[values[row]] * uniform);
      } else {
        scores[row] = imputation == Imputation.MEAN ? score(uniform) : Double.NaN;
      }
    }
    return scores;
  }

  /** A uniform number for each row of the cohort. */
  interface Draws {
    double uniform(int row);

    static Draws of(RandomStream stream, int column) {
      return row -> stream.uniform(row, 0, column);
    }
  }

  private static double score(double share) {
    return StandardNormal.quantile(Math.max(CLIP, Math.min(1 - CLIP, share)));
  }

  private static int[] byFallingFrequency(long[] counts) {
    return IntStream.range(0, counts.length)
        .filter(code -> counts[code] > 0)
        .boxed()
        .sorted(Comparator.comparingLong((Integer code) -> -counts[code]))
        .mapToInt(code -> code)
        .toArray();
  }

  @Override
  public ColumnValues decode(double[] latent) {
    int[] values = new int[latent.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = Double.isNaN(latent[row]) ? -1 : codes[interval(latent[row])];
    }
    return ColumnValues.codes(values, levels);
  }

  private int interval(double z) {
    int found = Arrays.binarySearch(edges, z);
    return found >= 0 ? found : -found - 1;
  }
}
