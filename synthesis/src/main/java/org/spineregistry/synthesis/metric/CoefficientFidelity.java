package org.spineregistry.synthesis.metric;

import java.util.List;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * One coefficient of a model fitted on the cohort and again on chunks of a release.
 *
 * @param name of the term
 * @param cohort coefficient on the cohort
 * @param release mean coefficient of the chunks that have one; NaN when none has
 * @param overlap mean overlap of the chunks' intervals with the cohort's; a chunk without an
 *     interval counts as 0
 * @param strength size of the cohort's coefficient in half lengths of its 95 % interval: above 1
 *     the interval excludes 0
 * @param signKept whether both coefficients have the same sign
 */
public record CoefficientFidelity(
    String name, double cohort, double release, double overlap, double strength, boolean signKept) {
  private static final double NORMAL = 1.959963984540054;

  /**
   * Compares.
   *
   * @param cohort has an interval
   * @param chunks at least one
   */
  public static CoefficientFidelity of(String name, Estimate cohort, List<Estimate> chunks) {
    double overlaps = 0;
    double sum = 0;
    int found = 0;
    for (Estimate chunk : chunks) {
      if (chunk.interval() != null) {
        overlaps += IntervalOverlap.of(cohort.interval(), chunk.interval());
        sum += chunk.value();
        found++;
      }
    }
    double release = found > 0 ? sum / found : Double.NaN;
    return new CoefficientFidelity(
        name,
        cohort.value(),
        release,
        overlaps / chunks.size(),
        strength(cohort),
        Math.signum(release) == Math.signum(cohort.value()));
  }

  private static double strength(Estimate cohort) {
    double half = (cohort.interval().upper() - cohort.interval().lower()) / 2;
    return half > 0 ? Math.abs(cohort.value()) / half : Double.POSITIVE_INFINITY;
  }

  /** Whether the cohort's interval excludes 0. */
  public boolean significant() {
    return strength > 1;
  }

  /** Mean overlap of some coefficients; NaN without any. */
  public static double meanOverlap(List<CoefficientFidelity> coefficients) {
    return coefficients.stream()
        .mapToDouble(CoefficientFidelity::overlap)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Names of the significant coefficients whose sign is lost. All are looked at together, so that
   * the interval of each is widened (Bonferroni): of twenty coefficients that are 0 one would seem
   * significant, and no release could keep its sign.
   */
  public static List<String> lostSigns(List<CoefficientFidelity> coefficients) {
    double widened =
        StandardNormal.upperQuantile(0.05 / (2 * Math.max(1, coefficients.size()))) / NORMAL;
    return coefficients.stream()
        .filter(one -> one.strength() > widened && !one.signKept())
        .map(CoefficientFidelity::name)
        .toList();
  }
}
