package org.spineregistry.bench.synthesis;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spineregistry.bench.cohort.BenchCohorts;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.run.Cohort;
import org.spineregistry.synthesis.table.Table;

/** How the time grows with the rows that are generated; as {@link SynthesisBenchmark} else. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowsBenchmark {
  static final String FEWEST = "10000";
  static final String MOST = "80000";

  @Param({"classic", "step-copula"})
  private String model;

  @Param({FEWEST, "20000", MOST})
  private int rows;

  private SyntheticModel fitted;

  @Setup
  public void fit() throws IOException {
    Cohort cohort = BenchCohorts.periodontal();
    fitted = BenchModels.of(model, cohort).fit(cohort.table(), "fit/bench");
  }

  @Benchmark
  public Table sample() {
    return fitted.sample(rows, "release/" + rows).table();
  }
}
