package org.spineregistry.bench.synthesis;

import java.io.IOException;
import org.spineregistry.bench.cohort.BenchCohorts;
import org.spineregistry.synthesis.table.Table;

/** The table of the real multicentre cohort, 823 patients and 52 variables. */
final class PeriodontalTable {
  private PeriodontalTable() {}

  /** Reads the table from the checkout that the benchmark runs in. */
  static Table read() throws IOException {
    return BenchCohorts.periodontal().table();
  }
}
