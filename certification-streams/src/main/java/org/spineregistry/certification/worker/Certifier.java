package org.spineregistry.certification.worker;

import java.io.IOException;
import org.spineregistry.event.CertificationRequested;

/** Runs one attempt of a cycle: reads the cohort, trains, generates, gates, writes files. */
public interface Certifier {
  /**
   * @throws CycleProblem when this cycle cannot be run
   * @throws IOException when a dependency is at fault and another try may succeed
   * @throws InterruptedException when the run was cancelled
   */
  CycleOutcome certify(CertificationRequested request, CycleProgress progress)
      throws IOException, InterruptedException;
}
