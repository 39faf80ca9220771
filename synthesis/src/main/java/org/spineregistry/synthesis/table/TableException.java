package org.spineregistry.synthesis.table;

import java.util.List;
import java.util.stream.Collectors;

/** A table from outside breaks the schema. Carries every problem, up to a limit, and no value. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 20;

  private final transient List<Problem> problems;

  TableException(List<Problem> problems) {
    super(sentence(problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem that was found. */
  public List<Problem> problems() {
    return problems;
  }

  private static String sentence(List<Problem> problems) {
    String shown =
        problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("; "));
    int more = problems.size() - SHOWN;
    return more > 0 ? shown + "; and " + more + " more" : shown;
  }
}
