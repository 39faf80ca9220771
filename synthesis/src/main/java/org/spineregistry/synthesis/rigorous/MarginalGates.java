package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.spineregistry.synthesis.fidelity.CategoryFidelity;
import org.spineregistry.synthesis.fidelity.NumberFidelity;
import org.spineregistry.synthesis.gate.GateResult;

/** F1, marginals, and F2, shape. Each gate names the column that comes nearest to its bound. */
final class MarginalGates {
  private static final double KS = 0.10;
  private static final double SAMPLING_TOO_LARGE = 0.25;
  private static final double COMMONEST = 0.10;
  private static final double MEAN_DIVERGENCE = 0.02;
  private static final double DIVERGENCE = 0.05;
  private static final double VARIATION = 0.10;

  private MarginalGates() {}

  static List<GateResult> of(List<NumberFidelity> numbers, List<CategoryFidelity> categories) {
    List<GateResult> gates = new ArrayList<>();
    if (!numbers.isEmpty()) {
      gates.add(kolmogorovSmirnov(numbers));
      gates.add(spread(numbers));
      gates.add(commonest(numbers));
      gates.add(meanDivergence(numbers));
      gates.add(worstDivergence(numbers));
    }
    if (!categories.isEmpty()) {
      gates.add(variation(categories));
    }
    return gates;
  }

  private static GateResult kolmogorovSmirnov(List<NumberFidelity> numbers) {
    ToDoubleFunction<NumberFidelity> sampling = n -> sampling(n, numbers.size());
    NumberFidelity worst =
        numbers.stream()
            .max(Comparator.comparingDouble(n -> n.ks() / Math.max(KS, sampling.applyAsDouble(n))))
            .orElseThrow();
    double error = sampling.applyAsDouble(worst);
    GateResult gate =
        GateResult.atMost(
            "F1-ks",
            "Largest Kolmogorov-Smirnov distance of a number column",
            worst.ks(),
            Math.max(KS, error),
            "column "
                + worst.name()
                + String.format(
                    Locale.ROOT, ", the nearest to its bound of %d columns", numbers.size()));
    double largest = numbers.stream().mapToDouble(sampling).max().orElseThrow();
    return largest > SAMPLING_TOO_LARGE
        ? gate.notCertifiable("the sampling error of a column exceeds 0.25")
        : gate;
  }

  /** Sampling error of D that holds for all columns together with 95 % (Massart's inequality). */
  private static double sampling(NumberFidelity number, int columns) {
    return Math.sqrt(
        StrictMath.log(2 * columns / 0.05) / 2 * (1.0 / number.real() + 1.0 / number.synthetic()));
  }

  private static GateResult spread(List<NumberFidelity> numbers) {
    NumberFidelity worst =
        numbers.stream().max(Comparator.comparingDouble(n -> factor(n.sdRatio()))).orElseThrow();
    return GateResult.atMost(
        "F1-sd",
        "Largest factor between the standard deviations of a number column",
        factor(worst.sdRatio()),
        2,
        "column " + worst.name() + "; the larger over the smaller of real and synthetic");
  }

  private static double factor(double ratio) {
    return ratio > 0 ? Math.min(1000, Math.max(ratio, 1 / ratio)) : 1000;
  }

  private static GateResult commonest(List<NumberFidelity> numbers) {
    NumberFidelity worst =
        numbers.stream()
            .max(Comparator.comparingDouble(NumberFidelity::commonestExcess))
            .orElseThrow();
    return GateResult.atMost(
        "F1-collapse",
        "Largest excess of the commonest synthetic value's share over that of the commonest real one",
        worst.commonestExcess(),
        COMMONEST,
        "column " + worst.name());
  }

  private static GateResult meanDivergence(List<NumberFidelity> numbers) {
    double mean = numbers.stream().mapToDouble(NumberFidelity::divergence).sum() / numbers.size();
    return GateResult.atMost(
        "F2-jsd-mean",
        "Mean Jensen-Shannon divergence of number columns, in bits",
        mean,
        MEAN_DIVERGENCE,
        "20 equal-frequency bins of the cohort, sampling bias subtracted");
  }

  private static GateResult worstDivergence(List<NumberFidelity> numbers) {
    NumberFidelity worst =
        numbers.stream().max(Comparator.comparingDouble(NumberFidelity::divergence)).orElseThrow();
    return GateResult.atMost(
        "F2-jsd-worst",
        "Largest Jensen-Shannon divergence of a number column, in bits",
        worst.divergence(),
        DIVERGENCE,
        "column " + worst.name());
  }

  private static GateResult variation(List<CategoryFidelity> categories) {
    CategoryFidelity worst =
        categories.stream()
            .max(Comparator.comparingDouble(c -> c.totalVariation() / bound(c)))
            .orElseThrow();
    return GateResult.atMost(
        "F2-variation",
        "Largest total variation of a category column",
        worst.totalVariation(),
        bound(worst),
        "column " + worst.name() + ", the nearest to its bound");
  }

  private static double bound(CategoryFidelity category) {
    return Math.max(VARIATION, 2 * category.expected());
  }
}
