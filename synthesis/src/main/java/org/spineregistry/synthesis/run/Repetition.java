package org.spineregistry.synthesis.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spineregistry.synthesis.classic.ClassicOptions;
import org.spineregistry.synthesis.classic.ClassicSynthesizer;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;

/**
 * The release of a run without its audit: fitted and generated only. With the cohort, the seed and
 * the parameters of a certificate it gives the certified bytes again.
 *
 * @param model that is fitted
 * @param options of the step copula; null for the classic model
 * @param sizes rows of each dataset
 */
public record Repetition(ModelKind model, StepOptions options, List<Integer> sizes) {
  public Repetition {
    sizes = List.copyOf(sizes);
    if ((model == ModelKind.STEP_COPULA) != (options != null)) {
      throw new IllegalArgumentException("the step copula, and nothing else, has its options");
    }
  }

  /**
   * Fits to the cohort and generates.
   *
   * @return one dataset for each size
   * @throws org.spineregistry.synthesis.model.FitException if the cohort does not allow it
   */
  public List<Dataset> of(Cohort cohort, Seed seed, Workers workers) {
    Synthesizer synthesizer =
        model == ModelKind.CLASSIC
            ? new ClassicSynthesizer(ClassicOptions.published(), seed)
            : new StepCopula(options, cohort.contract(), seed);
    SyntheticModel fitted = workers.one(() -> synthesizer.fit(cohort.table(), "fit/release"));
    List<Callable<Dataset>> tasks = new ArrayList<>();
    for (int size : sizes) {
      tasks.add(
          () -> {
            Table table = fitted.sample(size, "release/" + size).table();
            return Dataset.of(table);
          });
    }
    return workers.all(tasks, done -> {});
  }
}
