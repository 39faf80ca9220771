package org.spineregistry.synthesis.metric;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.table.Table;

/**
 * Whether declared regressions say on a release what they say on the cohort, compared on chunks of
 * the release that have as many rows as the cohort.
 *
 * @param terms the coefficients but the intercepts; those that the cohort cannot estimate are left
 *     out
 */
public record InferenceFidelity(List<CoefficientFidelity> terms) {
  public InferenceFidelity {
    terms = List.copyOf(terms);
  }

  /**
   * Fits all declared regressions on the rows that have every value.
   *
   * @param cohort at least one row
   * @param release has the cohort's columns
   */
  public static InferenceFidelity of(List<Regression> regressions, Table cohort, Table release) {
    List<Table> chunks = Chunks.of(release, cohort.rows());
    List<CoefficientFidelity> terms = new ArrayList<>();
    for (Regression regression : regressions) {
      RegressionDesign design = RegressionDesign.of(regression, cohort);
      List<String> names = design.names();
      Estimate[] real = design.fit(cohort).estimates();
      List<Estimate[]> synthetic =
          chunks.stream().map(chunk -> design.fit(chunk).estimates()).toList();
      for (int j = 1; j < real.length; j++) {
        if (real[j].interval() != null) {
          int term = j;
          terms.add(
              CoefficientFidelity.of(
                  regression.target() + " on " + names.get(j),
                  real[j],
                  synthetic.stream().map(chunk -> chunk[term]).toList()));
        }
      }
    }
    return new InferenceFidelity(terms);
  }

  /** Mean overlap of all coefficients; NaN without any. */
  public double meanOverlap() {
    return CoefficientFidelity.meanOverlap(terms);
  }

  /** Names of the significant coefficients whose sign is lost. */
  public List<String> lostSigns() {
    return CoefficientFidelity.lostSigns(terms);
  }

  /** Whether every significant coefficient keeps its sign. */
  public boolean keepsSignificantSigns() {
    return lostSigns().isEmpty();
  }
}
