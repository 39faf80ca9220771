package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.spineregistry.synthesis.fidelity.CategoryFidelity;
import org.spineregistry.synthesis.fidelity.NumberFidelity;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.special.StandardNormal;

/** F1, marginals, and F2, shape. Each gate names the column that comes nearest to its bound. */
final class MarginalGates {
  /** Chance of a false alarm of one gate of the rigorous profile. */
  static final double LEVEL = 0.05;

  /** Distance that is always allowed. */
  static final double KS = 0.10;

  private static final double SAMPLING_TOO_LARGE = 0.25;
  private static final double SD = 2;
  private static final double COMMONEST = 0.10;
  private static final double MEAN_DIVERGENCE = 0.02;
  private static final double DIVERGENCE = 0.05;
  private static final double VARIATION = 0.10;

  private MarginalGates() {}

  /**
   * @param level chance that all columns of one gate together raise a false alarm
   */
  static List<GateResult> of(
      List<NumberFidelity> numbers, List<CategoryFidelity> categories, double level) {
    List<GateResult> gates = new ArrayList<>();
    if (!numbers.isEmpty()) {
      gates.add(kolmogorovSmirnov(numbers, level));
      gates.add(spread(numbers, level));
      gates.add(commonest(numbers, level));
      gates.add(meanDivergence(numbers));
      gates.add(worstDivergence(numbers));
    }
    if (!categories.isEmpty()) {
      gates.add(variation(categories, level));
    }
    return gates;
  }

  private static GateResult kolmogorovSmirnov(List<NumberFidelity> numbers, double level) {
    ToDoubleFunction<NumberFidelity> sampling = n -> n.samplingError(numbers.size(), level);
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
    double largest =
        numbers.stream()
            .mapToDouble(n -> n.samplingError(numbers.size(), LEVEL))
            .max()
            .orElseThrow();
    return largest > SAMPLING_TOO_LARGE
        ? gate.notCertifiable("the sampling error of a column exceeds 0.25")
        : gate;
  }

  private static GateResult spread(List<NumberFidelity> numbers, double level) {
    double z = StandardNormal.upperQuantile(level / (2 * numbers.size()));
    ToDoubleFunction<NumberFidelity> bound = n -> Math.max(SD, StrictMath.exp(z * n.sdError()));
    NumberFidelity worst =
        numbers.stream()
            .max(Comparator.comparingDouble(n -> factor(n.sdRatio()) / bound.applyAsDouble(n)))
            .orElseThrow();
    return GateResult.atMost(
        "F1-sd",
        "Largest factor between the standard deviations of a number column",
        factor(worst.sdRatio()),
        bound.applyAsDouble(worst),
        "column "
            + worst.name()
            + ", the nearest to its bound; the larger over the smaller of real and synthetic");
  }

  private static double factor(double ratio) {
    return ratio > 0 ? Math.min(1000, Math.max(ratio, 1 / ratio)) : 1000;
  }

  private static GateResult commonest(List<NumberFidelity> numbers, double level) {
    double z = StandardNormal.upperQuantile(level / numbers.size());
    ToDoubleFunction<NumberFidelity> bound =
        n ->
            Math.max(
                COMMONEST,
                z
                    * Math.sqrt(
                        n.commonest() * (1 - n.commonest()) * inverse(n.real(), n.synthetic())));
    NumberFidelity worst =
        numbers.stream()
            .max(Comparator.comparingDouble(n -> n.commonestExcess() - bound.applyAsDouble(n)))
            .orElseThrow();
    return GateResult.atMost(
        "F1-collapse",
        "Largest excess of the commonest synthetic value's share over that of the commonest real"
            + " one",
        worst.commonestExcess(),
        bound.applyAsDouble(worst),
        "column " + worst.name() + ", the nearest to its bound");
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

  private static GateResult variation(List<CategoryFidelity> categories, double level) {
    double z = StandardNormal.upperQuantile(level / (2 * categories.size()));
    CategoryFidelity worst =
        categories.stream()
            .max(Comparator.comparingDouble(c -> c.totalVariation() / bound(c, z)))
            .orElseThrow();
    return GateResult.atMost(
        "F2-variation",
        "Largest total variation of a category column",
        worst.totalVariation(),
        bound(worst, z),
        "column " + worst.name() + ", the nearest to its bound");
  }

  /** The last term is exact for an even yes/no and more than enough for any other column. */
  private static double bound(CategoryFidelity category, double z) {
    double sd = 0.5 * Math.sqrt(inverse(category.real(), category.synthetic()));
    double sampling = category.expected() + (z - Math.sqrt(2 / Math.PI)) * sd;
    return Math.max(VARIATION, Math.max(2 * category.expected(), sampling));
  }

  private static double inverse(int real, int synthetic) {
    return 1.0 / real + 1.0 / synthetic;
  }
}
