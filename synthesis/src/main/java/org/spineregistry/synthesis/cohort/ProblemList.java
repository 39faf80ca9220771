package org.spineregistry.synthesis.cohort;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.csv.CsvGrid;

/** Collects problems in the order of the file: the first ones as they are, all as a number. */
final class ProblemList {
  private static final int LISTED = 1000;

  private final CsvGrid grid;
  private final List<CsvProblem> problems = new ArrayList<>();
  private int count;

  ProblemList(CsvGrid grid) {
    this.grid = grid;
  }

  /** A problem of a cell, or of a whole row with cell 0 and no column name. */
  void add(int row, int cell, String column, String rule) {
    if (count++ < LISTED) {
      problems.add(new CsvProblem(grid.line(row, cell), column, rule));
    }
  }

  /**
   * @throws CsvProblemsException if there is any problem
   */
  void failIfAny() {
    if (count > 0) {
      throw new CsvProblemsException(problems, count);
    }
  }
}
