package org.spineregistry.synthesis.condition;

import java.util.List;

/**
 * Conditions that cannot be met or must not be asked for. Carries every problem, each naming the
 * column and the rule; values in it are those that the caller wrote, never a patient's.
 */
public final class ConditionsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  public ConditionsException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the order of the conditions. */
  public List<String> problems() {
    return problems;
  }
}
