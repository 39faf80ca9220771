package org.spineregistry.solana.proof;

import java.util.List;

/** A file that is no proof bundle, with every reason at once. */
public final class MalformedProofException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  MalformedProofException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each names a field and its rule. */
  public List<String> problems() {
    return problems;
  }
}
