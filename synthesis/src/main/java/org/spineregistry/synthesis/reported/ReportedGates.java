package org.spineregistry.synthesis.reported;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.EuclideanEncoding;
import org.spineregistry.synthesis.metric.MaximumMeanDiscrepancy;
import org.spineregistry.synthesis.metric.Wasserstein;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.tree.Detection;

/**
 * F6, detection, and F7, distances between the distributions. None has a bound: a generator that
 * copies patients does best by each of them.
 *
 * @param cohort all patients
 * @param seed of the run
 */
public record ReportedGates(Table cohort, Seed seed) {
  private static final int RESAMPLES = 1000;
  private static final int WORST = 3;

  /** F6. */
  public GateResult detection(Table release) {
    Detection detection =
        Detection.of(cohort, release, seed.stream("reported/detection"), RESAMPLES);
    return GateResult.reported(
        "F6",
        "AUC of boosted trees that tell synthetic rows from patients",
        detection.auc(),
        detection.interval(),
        String.format(
            Locale.ROOT,
            "%,d rows of each side, 5 folds; 0.5 when nothing tells them apart, 0.80 at most is "
                + "advised for a public release; copies push it below 0.5, so low is no sign of safety",
            detection.rows()));
  }

  /** F7, one column at a time. */
  public GateResult wasserstein(Table release) {
    List<Map.Entry<String, Wasserstein>> columns =
        Wasserstein.ofColumns(cohort, release).entrySet().stream()
            .filter(entry -> Double.isFinite(entry.getValue().scaled()))
            .sorted(Comparator.comparingDouble(entry -> -entry.getValue().scaled()))
            .toList();
    double mean = columns.stream().mapToDouble(c -> c.getValue().scaled()).average().orElse(0);
    List<String> worst = new ArrayList<>();
    columns.stream()
        .limit(WORST)
        .forEach(
            c ->
                worst.add(
                    String.format(Locale.ROOT, "%s %.3f", c.getKey(), c.getValue().scaled())));
    return GateResult.reported(
        "F7-wasserstein",
        "Mean 1-Wasserstein distance of the number columns, in SDs of the cohort",
        columns.isEmpty() ? Double.NaN : mean,
        null,
        columns.size() + " columns; largest: " + String.join(", ", worst));
  }

  /** F7, all columns together. */
  public GateResult discrepancy(Table release) {
    EuclideanEncoding encoding = EuclideanEncoding.of(cohort);
    // as many rows as patients: what the exchanges of rows compare are two samples of one size
    Table head =
        release.select(IntStream.range(0, Math.min(cohort.rows(), release.rows())).toArray());
    MaximumMeanDiscrepancy mmd =
        MaximumMeanDiscrepancy.of(
            encoding.encode(cohort), encoding.encode(head), seed.stream("reported/mmd"));
    return GateResult.reported(
        "F7-mmd",
        "Squared maximum mean discrepancy of cohort and release, Gaussian kernel",
        mmd.squared(),
        null,
        String.format(
            Locale.ROOT,
            "bandwidth is the median distance; 95 %% of random exchanges of rows stay below %.2g",
            mmd.reference()));
  }
}
