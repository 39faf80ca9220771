package org.spineregistry.bench.synthesis;

import org.spineregistry.synthesis.classic.ClassicOptions;
import org.spineregistry.synthesis.classic.ClassicSynthesizer;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.run.Cohort;

/** The models by name. */
final class BenchModels {
  private static final int K_MAP = 3;
  private static final double KAPPA = 3;

  private BenchModels() {}

  /** The step copula keeps the rules of the schema and the k-map of CONTROLLED. */
  static Synthesizer of(String name, Cohort cohort) {
    Seed seed = Seed.of(new byte[Seed.BYTES]);
    return name.equals(ClassicSynthesizer.NAME)
        ? new ClassicSynthesizer(ClassicOptions.published(), seed)
        : new StepCopula(StepOptions.of(K_MAP, KAPPA), cohort.contract(), seed);
  }
}
