package org.spineregistry.synthesis.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.csv.CsvFault;
import org.spineregistry.synthesis.csv.CsvGrid;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/**
 * A cohort from a CSV file: RFC 4180 in UTF-8, with or without mark, lines ending with CRLF or LF.
 *
 * <p>Rules: {@code EMPTY_FILE}, {@code NO_ROWS}, {@code SEPARATOR_NOT_COMMA}, {@code
 * DUPLICATE_COLUMN}, {@code UNKNOWN_COLUMN}, {@code MISSING_COLUMN} of the header row; {@code
 * CELL_COUNT} of a row; {@code BAD_QUOTE}, {@code NOT_UTF8}, {@code REQUIRED}, {@code
 * NOT_A_NUMBER}, {@code COMMA_DECIMAL}, {@code DUPLICATE_CASE}, those of {@link Column#brokenRule}
 * and those of a {@link LevelText} of a cell.
 *
 * @param table one row a patient; sorted by case id when there are ids, else in the order of the
 *     file
 * @param caseIds id of each row, no two the same; empty when the file has none
 * @param sites site of each row; empty when the file has none
 */
public record CsvCohort(Table table, List<String> caseIds, List<String> sites) {
  public CsvCohort {
    caseIds = List.copyOf(caseIds);
    sites = List.copyOf(sites);
  }

  /**
   * Reads a file.
   *
   * @param file belongs to the reader while it reads
   * @throws CsvProblemsException with every problem of the file; none repeats a cell
   */
  public static CsvCohort read(byte[] file, CohortLayout layout) {
    CsvGrid grid = CsvGrid.lenient(file);
    failIfNoTable(grid);
    ProblemList problems = new ProblemList(grid);
    HeaderRow header = new HeaderRow(grid, layout, problems);
    CellReader cells =
        new CellReader(
            grid, readable(grid, header, problems), new MissingTexts(layout.missing()), problems);
    List<ColumnValues> values = new ArrayList<>();
    for (SourceColumn source : layout.columns()) {
      values.add(cells.read(source, header.cell(source.name())));
    }
    Keys keys = new Keys(cells, header, problems);
    String[] caseIds =
        layout.caseIds().filter(header::has).map(keys::caseIds).orElse(new String[0]);
    String[] sites =
        layout.sites().stream()
            .filter(site -> header.has(site.name()))
            .findFirst()
            .map(keys::sites)
            .orElse(new String[0]);
    problems.failIfAny();
    List<Column> columns = layout.columns().stream().map(SourceColumn::column).toList();
    return sorted(Table.of(columns, values), caseIds, sites);
  }

  /**
   * Fails on what is no table at all, since everything else would be said of every row.
   *
   * @throws CsvProblemsException with one problem
   */
  static void failIfNoTable(CsvGrid grid) {
    String rule = null;
    if (grid.rows() == 0) {
      rule = "EMPTY_FILE";
    } else if (grid.cells(0) == 1 && grid.text(0, 0).matches("(?s).*[;\t|].*")) {
      rule = "SEPARATOR_NOT_COMMA";
    } else if (grid.rows() == 1) {
      rule = "NO_ROWS";
    }
    if (rule != null) {
      throw new CsvProblemsException(List.of(new CsvProblem(1, "", rule)), 1);
    }
  }

  /** Reports what is no CSV, and rows with too many or too few cells for another reason. */
  private static boolean[] readable(CsvGrid grid, HeaderRow header, ProblemList problems) {
    boolean[] readable = new boolean[grid.rows()];
    Arrays.fill(readable, true);
    problems.nextColumn();
    for (CsvFault fault : grid.faults()) {
      problems.add(fault.row(), fault.cell(), header.name(fault.cell()), fault.rule());
      readable[fault.row()] = false;
    }
    problems.nextColumn();
    for (int row = 1; row < grid.rows(); row++) {
      if (readable[row] && grid.cells(row) != grid.cells(0)) {
        problems.add(row, 0, "", "CELL_COUNT");
        readable[row] = false;
      }
    }
    return readable;
  }

  private static CsvCohort sorted(Table table, String[] caseIds, String[] sites) {
    if (caseIds.length == 0) {
      return new CsvCohort(table, List.of(), Arrays.asList(sites));
    }
    int[] order =
        IntStream.range(0, caseIds.length)
            .boxed()
            .sorted(Comparator.comparing(row -> caseIds[row]))
            .mapToInt(row -> row)
            .toArray();
    return new CsvCohort(table.select(order), select(caseIds, order), select(sites, order));
  }

  private static List<String> select(String[] texts, int[] order) {
    return texts.length == 0 ? List.of() : Arrays.stream(order).mapToObj(r -> texts[r]).toList();
  }

  /** Shape only: a cohort holds patients. */
  @Override
  public String toString() {
    return "CsvCohort[" + table + "]";
  }

  /** Reads the columns that are no variables. */
  private record Keys(CellReader cells, HeaderRow header, ProblemList problems) {
    String[] caseIds(String name) {
      int cell = header.cell(name);
      String[] ids = cells.keys(name, cell);
      Set<String> seen = new HashSet<>();
      problems.nextColumn();
      for (int row = 0; row < ids.length; row++) {
        if (!ids[row].isEmpty() && !seen.add(ids[row])) {
          problems.add(row + 1, cell, name, "DUPLICATE_CASE");
        }
      }
      return ids;
    }

    String[] sites(SiteColumn site) {
      int cell = header.cell(site.name());
      String[] texts = cells.keys(site.name(), cell);
      if (site.sites().isEmpty()) {
        return texts;
      }
      problems.nextColumn();
      for (int row = 0; row < texts.length; row++) {
        String mapped = site.sites().get(texts[row]);
        if (mapped == null && !texts[row].isEmpty()) {
          problems.add(row + 1, cell, site.name(), "NOT_IN_LIST");
        }
        texts[row] = mapped == null ? "" : mapped;
      }
      return texts;
    }
  }
}
