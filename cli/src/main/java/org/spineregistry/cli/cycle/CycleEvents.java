package org.spineregistry.cli.cycle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CycleVerdict;

/**
 * What the topics hold of one cycle, each in the order of writing.
 *
 * @param requests empty when nobody has asked for the cycle
 * @param results of every attempt that was completed
 */
record CycleEvents(
    List<Event<CertificationRequested>> requests, List<Event<CertificationCompleted>> results) {

  /**
   * An event and its id.
   *
   * @param id of its headers, or derived from its coordinates when it has none
   */
  record Event<T>(String id, T value) {}

  /** The latest request. */
  Optional<CertificationRequested> request() {
    return requests.isEmpty()
        ? Optional.empty()
        : Optional.of(requests.get(requests.size() - 1).value());
  }

  /** The result that counts: a verdict on the data, or else the latest failure. */
  Optional<Event<CertificationCompleted>> result() {
    return Stream.concat(
            results.stream().filter(result -> !failed(result)),
            results.stream()
                .filter(CycleEvents::failed)
                .sorted(Comparator.comparing(CycleEvents::attempt).reversed()))
        .findFirst();
  }

  /** The highest attempt that was completed; 0 when there is none. */
  int attempts() {
    return results.stream().mapToInt(result -> result.value().getAttempt()).max().orElse(0);
  }

  boolean hasRequest(String id) {
    return requests.stream().anyMatch(request -> request.id().equals(id));
  }

  private static int attempt(Event<CertificationCompleted> result) {
    return result.value().getAttempt();
  }

  private static boolean failed(Event<CertificationCompleted> result) {
    return result.value().getVerdict() == CycleVerdict.FAILED;
  }
}
