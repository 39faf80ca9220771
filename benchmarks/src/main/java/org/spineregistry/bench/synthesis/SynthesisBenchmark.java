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
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.run.Cohort;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/**
 * The models on 823 patients x 52 variables in a warm JVM: fit, rows, and the bytes of their file.
 * One thread. The step copula keeps the rules of the schema and the k-map of CONTROLLED.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SynthesisBenchmark {
  private static final int ROWS = 10_000;

  @Param({"classic", "step-copula"})
  private String model;

  private Table cohort;
  private Synthesizer synthesizer;
  private SyntheticModel fitted;
  private Table sampled;

  @Setup
  public void read() throws IOException {
    Cohort periodontal = BenchCohorts.periodontal();
    cohort = periodontal.table();
    synthesizer = BenchModels.of(model, periodontal);
    fitted = fit();
    sampled = sample();
  }

  @Benchmark
  public SyntheticModel fit() {
    return synthesizer.fit(cohort, "fit/bench");
  }

  @Benchmark
  public Table sample() {
    return fitted.sample(ROWS, "release/" + ROWS).table();
  }

  @Benchmark
  public byte[] write() {
    return CsvWriter.write(sampled);
  }

  @Benchmark
  public Table fitAndSample() {
    return fit().sample(ROWS, "release/" + ROWS).table();
  }
}
