package org.spineregistry.synthesis.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spineregistry.synthesis.csv.CsvGrid;

/** Collects problems column by column and lists the first ones in the order of the file. */
final class ProblemList {
  private static final int LISTED = 1000;

  private record Place(int row, int cell, CsvProblem problem) {}

  private final CsvGrid grid;
  private final List<Place> places = new ArrayList<>();
  private int listedOfColumn;
  private int count;

  ProblemList(CsvGrid grid) {
    this.grid = grid;
  }

  /** From here on problems of another column come; their rows rise again from the first. */
  void nextColumn() {
    listedOfColumn = 0;
  }

  /** A problem of a cell, or of a whole row with cell 0 and no column name. */
  void add(int row, int cell, String column, String rule) {
    count++;
    // no column can have more among the first ones of all
    if (listedOfColumn++ < LISTED) {
      places.add(new Place(row, cell, new CsvProblem(grid.line(row, cell), column, rule)));
    }
  }

  /**
   * @throws CsvProblemsException if there is any problem
   */
  void failIfAny() {
    if (count > 0) {
      places.sort(Comparator.comparingInt(Place::row).thenComparingInt(Place::cell));
      throw new CsvProblemsException(
          places.stream().limit(LISTED).map(Place::problem).toList(), count);
    }
  }
}
