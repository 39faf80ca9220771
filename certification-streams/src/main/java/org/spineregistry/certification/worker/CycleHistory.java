package org.spineregistry.certification.worker;

import java.util.List;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CycleVerdict;

/**
 * What is known of a cycle before an attempt: a verdict on the data is final, a failed attempt may
 * be followed by another one.
 *
 * @param results of every attempt that was completed, in their order
 */
record CycleHistory(List<CertificationCompleted> results) {
  CycleHistory {
    results = List.copyOf(results);
  }

  /**
   * Whether a request is still to be run: it has no result of its own, and no other request of the
   * cycle led to more than a failure.
   *
   * @param requestId event id of the request
   */
  boolean allows(String requestId) {
    return results.stream()
        .allMatch(
            result ->
                result.getVerdict() == CycleVerdict.FAILED
                    && !requestId.equals(result.getCauseId()));
  }

  /** The highest attempt that was completed; 0 when there is none. */
  int attempts() {
    return results.stream().mapToInt(CertificationCompleted::getAttempt).max().orElse(0);
  }
}
