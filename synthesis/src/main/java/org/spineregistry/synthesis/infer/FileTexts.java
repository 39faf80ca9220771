package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.cohort.CsvProblem;
import org.spineregistry.synthesis.cohort.CsvProblemsException;
import org.spineregistry.synthesis.csv.CsvCell;
import org.spineregistry.synthesis.csv.CsvFault;
import org.spineregistry.synthesis.csv.CsvGrid;
import org.spineregistry.synthesis.csv.DecimalText;
import org.spineregistry.synthesis.csv.TextIndex;

/** Collects what stands in each column of a file. */
final class FileTexts {
  private final CsvGrid grid;
  private final TextIndex[] texts;
  private final int[][] counts;

  private FileTexts(CsvGrid grid) {
    this.grid = grid;
    this.texts = new TextIndex[grid.cells(0)];
    this.counts = new int[texts.length][16];
    Arrays.setAll(texts, cell -> new TextIndex(grid.bytes()));
  }

  /**
   * The columns of a file, in its order. Rows that cannot be split into cells are left out: whoever
   * reads the file reports them.
   *
   * @throws CsvProblemsException if the file is no table or has no header row, or if two columns
   *     have the same name
   */
  static List<ColumnTexts> of(byte[] file) {
    CsvGrid grid = CsvGrid.lenient(file);
    CsvCohort.requireTable(grid);
    requireNames(grid);
    FileTexts texts = new FileTexts(grid);
    texts.count();
    return texts.columns();
  }

  /** Names that are numbers are no names but the first patient. */
  private static void requireNames(CsvGrid grid) {
    List<CsvProblem> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int numbers = 0;
    for (int cell = 0; cell < grid.cells(0); cell++) {
      numbers += isNumber(grid, cell) ? 1 : 0;
      if (!names.add(grid.text(0, cell).strip())) {
        problems.add(new CsvProblem(1, "#" + (cell + 1), "DUPLICATE_COLUMN"));
      }
    }
    if (2 * numbers >= grid.cells(0)) {
      problems = List.of(new CsvProblem(1, "", "NO_HEADER"));
    }
    if (!problems.isEmpty()) {
      throw new CsvProblemsException(problems, problems.size());
    }
  }

  private static boolean isNumber(CsvGrid grid, int cell) {
    CsvCell text = grid.cursor();
    text.to(0, cell);
    return new DecimalText().read(grid.bytes(), text.start(), text.end());
  }

  private void count() {
    boolean[] faulty = new boolean[grid.rows()];
    for (CsvFault fault : grid.faults()) {
      faulty[fault.row()] = true;
    }
    CsvCell text = grid.cursor();
    for (int row = 1; row < grid.rows(); row++) {
      if (faulty[row] || grid.cells(row) != texts.length) {
        continue;
      }
      for (int cell = 0; cell < texts.length; cell++) {
        text.to(row, cell);
        int code = texts[cell].code(text.start(), text.end());
        if (code == counts[cell].length) {
          counts[cell] = Arrays.copyOf(counts[cell], 2 * code);
        }
        counts[cell][code]++;
      }
    }
  }

  private List<ColumnTexts> columns() {
    List<ColumnTexts> columns = new ArrayList<>();
    for (int cell = 0; cell < texts.length; cell++) {
      List<String> all = texts[cell].texts();
      columns.add(
          ColumnTexts.of(grid.text(0, cell).strip(), all, Arrays.copyOf(counts[cell], all.size())));
    }
    return columns;
  }
}
