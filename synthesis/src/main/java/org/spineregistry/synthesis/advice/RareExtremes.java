package org.spineregistry.synthesis.advice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.table.Table;

/**
 * How many columns have a smallest or largest value that few patients share. A row that shows one
 * is drawn again; with hundreds of such columns hardly any row shows none.
 *
 * @param cohort all patients
 */
public record RareExtremes(Table cohort) {
  private static final int FEW = 5;
  private static final double HALF = 0.5;

  /** A sentence; empty when no number column has such an extreme. */
  public List<String> advice() {
    double[] shares =
        IntStream.range(0, cohort.columns().size())
            .filter(column -> cohort.columns().get(column).isNumber())
            .mapToDouble(column -> share(cohort.numbers(column)))
            .sorted()
            .toArray();
    long rare = Arrays.stream(shares).filter(share -> share > 0).count();
    if (rare == 0) {
      return List.of();
    }
    double none = 1;
    int half = 0;
    for (double share : shares) {
      none *= 1 - share;
      half += none >= HALF ? 1 : 0;
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "Fewer or coarser columns: %d of %d number columns have a smallest or largest value"
                + " that fewer than %d patients share, and a row that shows one is drawn again. Of"
                + " draws in which columns do not go together %.0f %% would show none; of the %d"
                + " columns with the commonest extremes alone half would. Coarser values, which"
                + " more patients share, or more patients raise it as well.",
            rare,
            shares.length,
            FEW,
            100 * none,
            half));
  }

  /** Share of the known values that are an extreme which few patients share. */
  private static double share(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      return 0;
    }
    long low = Arrays.stream(sorted).filter(v -> v == sorted[0]).count();
    long high = Arrays.stream(sorted).filter(v -> v == sorted[sorted.length - 1]).count();
    return (double) ((low < FEW ? low : 0) + (high < FEW ? high : 0)) / sorted.length;
  }
}
