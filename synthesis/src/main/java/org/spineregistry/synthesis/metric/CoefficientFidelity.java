package org.spineregistry.synthesis.metric;

import java.util.List;

/**
 * One coefficient of a model fitted on the cohort and again on chunks of a release.
 *
 * @param name of the term
 * @param cohort coefficient on the cohort
 * @param release mean coefficient of the chunks that have one; NaN when none has
 * @param overlap mean overlap of the chunks' intervals with the cohort's; a chunk without an
 *     interval counts as 0
 * @param significant whether the cohort's interval excludes 0
 * @param signKept whether both coefficients have the same sign
 */
public record CoefficientFidelity(
    String name,
    double cohort,
    double release,
    double overlap,
    boolean significant,
    boolean signKept) {
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
        cohort.isSignificant(),
        Math.signum(release) == Math.signum(cohort.value()));
  }

  /** Mean overlap of some coefficients; NaN without any. */
  public static double meanOverlap(List<CoefficientFidelity> coefficients) {
    return coefficients.stream()
        .mapToDouble(CoefficientFidelity::overlap)
        .average()
        .orElse(Double.NaN);
  }

  /** Names of the significant coefficients whose sign is lost. */
  public static List<String> lostSigns(List<CoefficientFidelity> coefficients) {
    return coefficients.stream()
        .filter(one -> one.significant() && !one.signKept())
        .map(CoefficientFidelity::name)
        .toList();
  }
}
