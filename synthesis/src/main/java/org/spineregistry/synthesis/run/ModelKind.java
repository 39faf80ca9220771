package org.spineregistry.synthesis.run;

import org.spineregistry.synthesis.classic.ClassicSynthesizer;
import org.spineregistry.synthesis.copula.StepCopula;

/** Models of the engine. */
public enum ModelKind {
  /** Gaussian copula over steps with latent missingness and an evidence screen. */
  STEP_COPULA(StepCopula.NAME),
  /** The published method. */
  CLASSIC(ClassicSynthesizer.NAME);

  private final String label;

  ModelKind(String label) {
    this.label = label;
  }

  /** Name in certificates and options. */
  public String label() {
    return label;
  }
}
