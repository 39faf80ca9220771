package org.spineregistry.synthesis.report;

import java.util.List;
import java.util.Map;

/**
 * A release that is bad by construction and must be seen to fail.
 *
 * @param name such as {@code copy + noise}
 * @param made how it was made, in a sentence
 * @param mustFail ids of the gates that it must not pass
 * @param failed ids of those gates that it did not pass
 * @param powerless gates that missed it because nobody could see it in this cohort, each with the
 *     reason
 */
public record ControlResult(
    String name,
    String made,
    List<String> mustFail,
    List<String> failed,
    Map<String, String> powerless) {
  public ControlResult {
    mustFail = List.copyOf(mustFail);
    failed = List.copyOf(failed);
    powerless = Map.copyOf(powerless);
    if (mustFail.isEmpty()
        || !mustFail.containsAll(failed)
        || !mustFail.containsAll(powerless.keySet())) {
      throw new IllegalArgumentException(name + ": a control fails gates that it must not pass");
    }
  }

  /** A control whose gates all could see it. */
  public ControlResult(String name, String made, List<String> mustFail, List<String> failed) {
    this(name, made, mustFail, failed, Map.of());
  }

  /** Ids of the gates that must see it and did not. */
  public List<String> missed() {
    return mustFail.stream().filter(gate -> !failed.contains(gate)).toList();
  }

  /** Ids of the gates that missed it although the cohort shows it. */
  public List<String> faults() {
    return missed().stream().filter(gate -> !powerless.containsKey(gate)).toList();
  }

  /** Whether every one of its gates saw it. */
  public boolean isCaught() {
    return failed.containsAll(mustFail);
  }
}
