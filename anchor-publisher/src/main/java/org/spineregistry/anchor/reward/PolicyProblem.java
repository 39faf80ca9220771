package org.spineregistry.anchor.reward;

import java.util.List;

/** A policy that cannot decide anything, with every reason at once. */
public final class PolicyProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public PolicyProblem(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each names a field and its rule. */
  public List<String> problems() {
    return problems;
  }
}
