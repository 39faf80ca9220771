package org.spineregistry.synthesis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.report.MarginalPlot.Bar;
import org.spineregistry.synthesis.table.Column;

/**
 * Bins of a number. The grid reaches from the fifth smallest to the fifth largest value, rounded
 * outward to a round width, so that neither its place nor its length tells an extreme; cells with
 * fewer than five patients join their neighbour. The schema's bounds do not cut it: proposed ones
 * are an extreme, rounded.
 */
final class NumberBins {
  private static final int MOST_BINS = 20;
  private static final int FEWEST_BINS = 6;

  private NumberBins() {}

  static List<Bar> of(Column column, double[] cohort, double[] release) {
    double[] real = observed(cohort);
    double[] synthetic = observed(release);
    int k = Shares.SMALLEST_GROUP;
    if (real.length < 2 * k) {
      return List.of();
    }
    double low = real[k - 1];
    double high = real[real.length - k];
    int bins = (int) Math.max(FEWEST_BINS, Math.min(MOST_BINS, Math.sqrt(real.length)));
    RoundGrid grid = RoundGrid.of((high - low) / bins, column.decimals());
    long[] edges = edges(real, grid, grid.cell(low), grid.cell(high) + 1);
    return bars(grid, edges, real, synthetic);
  }

  /** Grid lines that leave at least five patients between one and the next. */
  private static long[] edges(double[] sorted, RoundGrid grid, long first, long last) {
    List<Long> edges = new ArrayList<>(List.of(first));
    int below = 0;
    for (long line = first + 1; line < last; line++) {
      int here = below(sorted, grid.edge(line));
      boolean fullBelow = here - below >= Shares.SMALLEST_GROUP;
      if (fullBelow && sorted.length - here >= Shares.SMALLEST_GROUP) {
        edges.add(line);
        below = here;
      }
    }
    edges.add(last);
    return edges.stream().mapToLong(edge -> edge).toArray();
  }

  private static List<Bar> bars(RoundGrid grid, long[] edges, double[] real, double[] synthetic) {
    List<Bar> bars = new ArrayList<>();
    int last = edges.length - 2;
    for (int b = 0; b <= last; b++) {
      double from = b == 0 ? Double.NEGATIVE_INFINITY : grid.edge(edges[b]);
      double to = b == last ? Double.POSITIVE_INFINITY : grid.edge(edges[b + 1]);
      bars.add(
          new Bar(
              grid.label(b == 0 ? null : edges[b], b == last ? null : edges[b + 1]),
              grid.edge(edges[b]),
              grid.edge(edges[b + 1]),
              Shares.ofCohort(below(real, to) - below(real, from), real.length),
              Shares.ofRelease(below(synthetic, to) - below(synthetic, from), synthetic.length)));
    }
    return bars;
  }

  private static int below(double[] sorted, double edge) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) / 2;
      if (sorted[middle] < edge) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] observed(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
  }
}
