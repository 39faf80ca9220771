package org.spineregistry.synthesis.cohort;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spineregistry.synthesis.csv.CsvGrid;
import org.spineregistry.synthesis.csv.DecimalText;
import org.spineregistry.synthesis.csv.TextIndex;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Decimal;

/** Reads the cells of one column after the other. Not thread-safe. */
final class CellReader {
  private final CsvGrid grid;
  private final boolean[] readable;
  private final MissingTexts missing;
  private final ProblemList problems;
  private final DecimalText number = new DecimalText();

  /**
   * @param readable rows of the grid whose cells can be told apart; the others are reported already
   */
  CellReader(CsvGrid grid, boolean[] readable, MissingTexts missing, ProblemList problems) {
    this.grid = grid;
    this.readable = readable;
    this.missing = missing;
    this.problems = problems;
  }

  /**
   * The values of a column; a cell with a problem is missing.
   *
   * @param cell place of the column in a row, -1 if the file does not have it
   */
  ColumnValues read(SourceColumn source, int cell) {
    problems.nextColumn();
    return source.column().isNumber() ? numbers(source, cell) : codes(source, cell);
  }

  /** The texts of a column that is no variable; an empty one is reported. */
  String[] keys(String name, int cell) {
    problems.nextColumn();
    String[] keys = new String[grid.rows() - 1];
    for (int row = 1; row < grid.rows(); row++) {
      keys[row - 1] = "";
      if (isPresent(row, cell, name, true)) {
        if (grid.isUtf8(row, cell)) {
          keys[row - 1] = grid.text(row, cell).strip();
        } else {
          problems.add(row, cell, name, "NOT_UTF8");
        }
      }
    }
    return keys;
  }

  private boolean isPresent(int row, int cell, String name, boolean required) {
    if (cell < 0 || !readable[row]) {
      return false;
    }
    if (!missing.isMissing(grid.bytes(), grid.start(row, cell), grid.end(row, cell))) {
      return true;
    }
    if (required) {
      problems.add(row, cell, name, "REQUIRED");
    }
    return false;
  }

  private ColumnValues numbers(SourceColumn source, int cell) {
    double[] values = new double[grid.rows() - 1];
    Arrays.fill(values, Double.NaN);
    for (int row = 1; row < grid.rows(); row++) {
      if (isPresent(row, cell, source.name(), source.required())) {
        values[row - 1] = number(source, row, cell);
      }
    }
    return ColumnValues.numbers(values);
  }

  private double number(SourceColumn source, int row, int cell) {
    Column column = source.column();
    String rule;
    if (number.read(grid.bytes(), grid.start(row, cell), grid.end(row, cell))) {
      double value =
          source.rounded()
              ? Decimal.round(number.value(), column.decimals())
              : number.value() + 0.0; // no negative zero
      rule = column.brokenRule(value);
      if (rule == null) {
        return value;
      }
    } else {
      rule = NumberFault.of(grid, row, cell);
    }
    problems.add(row, cell, source.name(), rule);
    return Double.NaN;
  }

  private ColumnValues codes(SourceColumn source, int cell) {
    TextIndex texts = new TextIndex(grid.bytes());
    int[] codes = new int[grid.rows() - 1];
    Arrays.fill(codes, -1);
    for (int row = 1; row < grid.rows(); row++) {
      if (isPresent(row, cell, source.name(), source.required())) {
        codes[row - 1] = texts.code(grid.start(row, cell), grid.end(row, cell));
      }
    }
    Level[] levels = texts.texts().stream().map(source.levels()::level).toArray(Level[]::new);
    report(source, cell, codes, levels);
    return values(source.column(), codes, levels);
  }

  private void report(SourceColumn source, int cell, int[] codes, Level[] levels) {
    problems.nextColumn();
    for (int row = 1; row < grid.rows(); row++) {
      int code = codes[row - 1];
      if (code >= 0) {
        String rule = grid.isUtf8(row, cell) ? levels[code].rule() : "NOT_UTF8";
        if (rule != null) {
          problems.add(row, cell, source.name(), rule);
        }
      }
    }
  }

  private static ColumnValues values(Column column, int[] codes, Level[] meanings) {
    Set<String> found = new HashSet<>();
    for (Level meaning : meanings) {
      if (meaning.rule() == null) {
        found.add(meaning.level());
      }
    }
    List<String> levels = column.levelsOf(found);
    Map<String, Integer> places = new HashMap<>();
    levels.forEach(level -> places.put(level, places.size()));
    int[] ofText = new int[meanings.length];
    for (int text = 0; text < meanings.length; text++) {
      ofText[text] = places.getOrDefault(meanings[text].level(), -1);
    }
    int[] values = Arrays.stream(codes).map(code -> code < 0 ? -1 : ofText[code]).toArray();
    return ColumnValues.codes(values, levels);
  }
}
