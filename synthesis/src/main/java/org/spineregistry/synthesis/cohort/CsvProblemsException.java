package org.spineregistry.synthesis.cohort;

import java.util.List;
import java.util.stream.Collectors;

/** A file is no cohort. Carries every problem, up to a limit, and no value. */
public final class CsvProblemsException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 20;

  private final transient List<CsvProblem> problems;
  private final int count;

  /**
   * @param problems the first ones in the order of the file
   * @param count number of all
   */
  public CsvProblemsException(List<CsvProblem> problems, int count) {
    super(sentence(problems, count));
    this.problems = List.copyOf(problems);
    this.count = count;
  }

  /** The first 1,000 problems in the order of the file. */
  public List<CsvProblem> problems() {
    return problems;
  }

  /** Number of all problems. */
  public int count() {
    return count;
  }

  private static String sentence(List<CsvProblem> problems, int count) {
    String shown =
        problems.stream().limit(SHOWN).map(CsvProblem::toString).collect(Collectors.joining("; "));
    int more = count - Math.min(SHOWN, problems.size());
    return more > 0 ? shown + "; and " + more + " more" : shown;
  }
}
