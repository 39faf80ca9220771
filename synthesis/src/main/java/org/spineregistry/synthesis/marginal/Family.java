package org.spineregistry.synthesis.marginal;

import java.util.Optional;
import java.util.function.Function;

/** The families of the published method; the order decides between equally good fits. */
public enum Family {
  NORMAL("normal", sample -> Optional.of(new NormalMarginal(sample.mean(), sample.sd()))),
  BETA("beta", BetaFit::fit),
  GAMMA("gamma", GammaFit::fit),
  TRUNCATED_NORMAL("truncatedNormal", TruncatedNormalFit::fit),
  UNIFORM("uniform", sample -> Optional.of(new UniformMarginal(sample.min(), sample.max()))),
  STUDENT_T("studentT", StudentTFit::fit),
  LOG_NORMAL("logNormal", LogNormalMarginal::fit);

  private final String label;
  private final Function<Sample, Optional<? extends Marginal>> fit;

  Family(String label, Function<Sample, Optional<? extends Marginal>> fit) {
    this.label = label;
    this.fit = fit;
  }

  /** Name in certificates and configuration. */
  public String label() {
    return label;
  }

  /**
   * Maximum likelihood fit to a sample that is not constant; empty when the family does not apply,
   * such as a log-normal to values that are not all positive.
   */
  public Optional<? extends Marginal> fit(Sample sample) {
    return fit.apply(sample);
  }
}
