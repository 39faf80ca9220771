package org.spineregistry.synthesis.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.table.Table;

/**
 * The release of a run without its audit: fitted and generated only. With the cohort, the seed and
 * the parameters of a certificate it gives the certified bytes again.
 *
 * @param synthesizer model, options and seed of the run
 * @param sizes rows of each dataset
 */
public record Repetition(Synthesizer synthesizer, List<Integer> sizes) {
  public Repetition {
    sizes = List.copyOf(sizes);
  }

  /**
   * Fits to the cohort and generates.
   *
   * @return one dataset for each size
   * @throws org.spineregistry.synthesis.model.FitException if the cohort does not allow it
   */
  public List<Dataset> of(Table cohort, Workers workers) {
    SyntheticModel fitted = workers.one(() -> synthesizer.fit(cohort, "fit/release"));
    List<Callable<Dataset>> tasks = new ArrayList<>();
    for (int size : sizes) {
      tasks.add(() -> Dataset.of(fitted.sample(size, "release/" + size).table()));
    }
    return workers.all(tasks, done -> {});
  }
}
