package org.spineregistry.cli.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.cohort.CohortLayout;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.cohort.CsvProblem;
import org.spineregistry.synthesis.cohort.CsvProblemsException;

/** Problems of a CSV file in sentences, none of which repeats a cell. */
public final class CsvProblems {
  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("EMPTY_FILE", "the file is empty"),
          Map.entry("NO_ROWS", "there is no row below the header"),
          Map.entry("NO_HEADER", "the first row is no header"),
          Map.entry("SEPARATOR_NOT_COMMA", "cells must be parted by commas"),
          Map.entry("DUPLICATE_COLUMN", "the column stands twice"),
          Map.entry("UNKNOWN_COLUMN", "the schema has no such column"),
          Map.entry("MISSING_COLUMN", "the schema has this column, the file does not"),
          Map.entry("CELL_COUNT", "the row has more or fewer cells than the header"),
          Map.entry("BAD_QUOTE", "a quote is not closed or stands inside a bare cell"),
          Map.entry("NOT_UTF8", "is no UTF-8"),
          Map.entry("REQUIRED", "may not be empty"),
          Map.entry("NOT_A_NUMBER", "is no number"),
          Map.entry("COMMA_DECIMAL", "the decimal separator must be a point"),
          Map.entry("DUPLICATE_CASE", "the id stands on an earlier line: one row a patient"),
          Map.entry("OUT_OF_RANGE", "lies outside the bounds of the schema"),
          Map.entry("TOO_MANY_DECIMALS", "has more decimals than the schema allows"),
          Map.entry("TOO_LARGE", "has too many digits"),
          Map.entry("NOT_FINITE", "is no finite number"),
          Map.entry("NOT_IN_LIST", "is no value that the schema allows"),
          Map.entry("NOT_TRUE_OR_FALSE", "is neither true nor false"));

  private CsvProblems() {}

  /**
   * Reads a file.
   *
   * @throws UserProblem with line and column of every bad cell
   */
  public static CsvCohort read(byte[] file, CohortLayout layout) {
    try {
      return CsvCohort.read(file, layout);
    } catch (CsvProblemsException e) {
      throw of(e);
    }
  }

  /** All of them, with line and column. */
  public static UserProblem of(CsvProblemsException problems) {
    List<String> lines = new ArrayList<>();
    problems.problems().forEach(problem -> lines.add(line(problem)));
    int more = problems.count() - problems.problems().size();
    if (more > 0) {
      lines.add("and " + more + " more");
    }
    return UserProblem.input(lines);
  }

  private static String line(CsvProblem problem) {
    String place =
        "line " + problem.line() + (problem.column().isEmpty() ? "" : ", " + problem.column());
    boolean wide = problem.rule().equals("NOT_UTF8") && problem.column().isEmpty();
    String text = wide ? "the file is UTF-16: save it as UTF-8" : RULES.get(problem.rule());
    return place + ": " + problem.rule() + (text == null ? "" : ", " + text);
  }
}
