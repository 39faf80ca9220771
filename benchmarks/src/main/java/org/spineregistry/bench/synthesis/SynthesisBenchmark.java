package org.spineregistry.bench.synthesis;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spineregistry.synthesis.classic.ClassicCopula;
import org.spineregistry.synthesis.classic.ClassicModel;
import org.spineregistry.synthesis.classic.ClassicOptions;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/**
 * The published model on 823 patients x 52 variables: fit, 10,000 rows, and the bytes of the file.
 * One thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SynthesisBenchmark {
  private static final int ROWS = 10_000;

  private Table cohort;
  private ClassicModel model;
  private Table rows;
  private final Seed seed = Seed.of(new byte[Seed.BYTES]);

  @Setup
  public void read() throws IOException {
    cohort = PeriodontalTable.read();
    model = fit();
    rows = sample();
  }

  @Benchmark
  public ClassicModel fit() {
    return ClassicCopula.fit(cohort, ClassicOptions.published(), seed, "fit/bench");
  }

  @Benchmark
  public Table sample() {
    return model.sample(ROWS, "release/" + ROWS);
  }

  @Benchmark
  public byte[] write() {
    return CsvWriter.write(rows);
  }

  @Benchmark
  public Table fitAndSample() {
    return fit().sample(ROWS, "release/" + ROWS);
  }
}
