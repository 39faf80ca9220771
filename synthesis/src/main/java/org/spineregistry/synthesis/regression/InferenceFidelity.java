package org.spineregistry.synthesis.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.table.Table;

/**
 * Whether declared regressions say on a release what they say on the cohort. The release is cut
 * into chunks of as many rows as the cohort has, so that intervals have comparable widths.
 *
 * @param terms the coefficients but the intercepts
 */
public record InferenceFidelity(List<Term> terms) {
  private static final int CHUNKS = 10;

  /**
   * One coefficient.
   *
   * @param name target and term
   * @param overlap mean over the chunks; NaN when no chunk could be fitted
   * @param significant whether the interval on the cohort excludes 0
   * @param signKept whether the mean coefficient of the chunks has the sign of the cohort's
   */
  public record Term(String name, double overlap, boolean significant, boolean signKept) {}

  /** Compares all declared regressions. */
  public static InferenceFidelity of(List<Regression> regressions, Table cohort, Table release) {
    List<Table> chunks = chunks(release, cohort.rows());
    List<Term> terms = new ArrayList<>();
    for (Regression regression : regressions) {
      Design design = Design.of(regression, cohort);
      LeastSquares real = design.fit(cohort);
      if (real != null) {
        List<LeastSquares> fits =
            chunks.stream().map(design::fit).filter(fit -> fit != null).toList();
        for (int term = 1; term < design.terms().size(); term++) {
          String name = regression.target() + " on " + design.terms().get(term);
          terms.add(term(name, term, real, fits));
        }
      }
    }
    return new InferenceFidelity(terms);
  }

  /** Mean overlap of all coefficients; NaN without any. */
  public double meanOverlap() {
    return terms.stream().mapToDouble(Term::overlap).average().orElse(Double.NaN);
  }

  /** Names of the significant coefficients whose sign is lost. */
  public List<String> lostSigns() {
    return terms.stream()
        .filter(term -> term.significant() && !term.signKept())
        .map(Term::name)
        .toList();
  }

  private static Term term(String name, int term, LeastSquares real, List<LeastSquares> fits) {
    Interval interval = real.interval(term);
    double overlap =
        fits.stream()
            .mapToDouble(fit -> IntervalOverlap.of(interval, fit.interval(term)))
            .average()
            .orElse(Double.NaN);
    double mean =
        fits.stream().mapToDouble(fit -> fit.coefficients()[term]).average().orElse(Double.NaN);
    boolean significant = interval.lower() > 0 || interval.upper() < 0;
    return new Term(name, overlap, significant, mean * real.coefficients()[term] > 0);
  }

  private static List<Table> chunks(Table release, int size) {
    int count = Math.max(1, Math.min(CHUNKS, release.rows() / size));
    int rows = Math.min(size, release.rows());
    return IntStream.range(0, count)
        .mapToObj(
            chunk -> release.select(IntStream.range(chunk * rows, (chunk + 1) * rows).toArray()))
        .toList();
  }
}
