package org.spineregistry.synthesis.copula;

import java.util.List;
import org.spineregistry.synthesis.step.ScoredColumn;
import org.spineregistry.synthesis.step.Steps;

/**
 * One column after the fit of its marginal.
 *
 * @param unit how cells come out
 * @param scored how the correlation sees it; null for a column without a latent number
 * @param steps of the observed values; null likewise
 * @param merged names of the levels that were merged into others
 */
record FittedColumn(ColumnUnit unit, ScoredColumn scored, Steps steps, List<String> merged) {
  static FittedColumn constant(double value, List<String> merged) {
    return new FittedColumn(new ColumnUnit.ConstantUnit(value), null, null, merged);
  }

  boolean isLatent() {
    return scored != null;
  }
}
