package org.spineregistry.synthesis.report;

import java.util.List;

/**
 * A release that is bad by construction and must be seen to fail.
 *
 * @param name such as {@code copy + noise}
 * @param made how it was made, in a sentence
 * @param mustFail ids of the gates that it must not pass
 * @param failed ids of those gates that it did not pass
 */
public record ControlResult(String name, String made, List<String> mustFail, List<String> failed) {
  public ControlResult {
    mustFail = List.copyOf(mustFail);
    failed = List.copyOf(failed);
    if (mustFail.isEmpty() || !mustFail.containsAll(failed)) {
      throw new IllegalArgumentException(name + ": a control fails gates that it must not pass");
    }
  }

  /** Ids of the gates that must see it and did not. */
  public List<String> missed() {
    return mustFail.stream().filter(gate -> !failed.contains(gate)).toList();
  }

  /** Whether every one of its gates saw it. */
  public boolean isCaught() {
    return failed.containsAll(mustFail);
  }
}
