package org.spineregistry.synthesis.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.spineregistry.synthesis.gate.GateResult;

/** Fidelity: mean KS p value (decides) and Jensen-Shannon divergence (reported). */
final class FidelityGates {
  private static final double SMALLEST_MEAN_P = 0.05;

  private FidelityGates() {}

  /**
   * @param columns every column
   * @param sizes rows of each dataset, in the order of {@link ColumnFidelity#ksP}
   */
  static List<GateResult> of(List<ColumnFidelity> columns, List<Integer> sizes) {
    return List.of(kolmogorovSmirnov(columns, sizes), meanDivergence(columns), worst(columns));
  }

  /** Each file stands for itself, so the one with the lowest mean decides. */
  private static GateResult kolmogorovSmirnov(List<ColumnFidelity> columns, List<Integer> sizes) {
    double lowest = Double.POSITIVE_INFINITY;
    List<String> means = new ArrayList<>();
    for (int file = 0; file < sizes.size(); file++) {
      int at = file;
      double[] defined =
          columns.stream().mapToDouble(c -> c.ksP()[at]).filter(p -> !Double.isNaN(p)).toArray();
      double mean =
          defined.length == 0 ? Double.NaN : Arrays.stream(defined).sum() / defined.length;
      lowest = Math.min(lowest, mean);
      means.add(
          String.format(
              Locale.ROOT, "%d rows: %.4f over %d columns", sizes.get(file), mean, defined.length));
    }
    return GateResult.above(
        "fidelity-ks",
        "Mean p value of the two-sample Kolmogorov-Smirnov test over numeric columns",
        lowest,
        SMALLEST_MEAN_P,
        "the lowest of the datasets decides; "
            + String.join("; ", means)
            + "; constant columns are left out; exact copies and independent columns pass it too");
  }

  private static GateResult meanDivergence(List<ColumnFidelity> columns) {
    double[] defined = columns.stream().mapToDouble(ColumnFidelity::divergence).toArray();
    defined = Arrays.stream(defined).filter(value -> !Double.isNaN(value)).toArray();
    return GateResult.reported(
        "fidelity-jsd-mean",
        "Mean Jensen-Shannon divergence over columns, in bits",
        defined.length == 0 ? Double.NaN : Arrays.stream(defined).sum() / defined.length,
        null,
        "all datasets together, 20 equal-frequency bins of the cohort, sampling bias subtracted");
  }

  private static GateResult worst(List<ColumnFidelity> columns) {
    ColumnFidelity worst =
        columns.stream()
            .filter(column -> !Double.isNaN(column.divergence()))
            .max(Comparator.comparingDouble(ColumnFidelity::divergence))
            .orElse(null);
    return GateResult.reported(
        "fidelity-jsd-worst",
        "Largest Jensen-Shannon divergence of a column, in bits",
        worst == null ? Double.NaN : worst.divergence(),
        null,
        worst == null ? "no column has values on both sides" : "column " + worst.name());
  }
}
