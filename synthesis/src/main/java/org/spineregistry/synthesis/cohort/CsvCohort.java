package org.spineregistry.synthesis.cohort;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.csv.CsvGrid;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/**
 * A cohort from a CSV file: RFC 4180 in UTF-8, with or without mark, lines ending with CRLF or LF.
 *
 * <p>Rules: {@code NOT_UTF8}, {@code EMPTY_FILE}, {@code NO_ROWS}, {@code SEPARATOR_NOT_COMMA},
 * {@code DUPLICATE_COLUMN}, {@code UNKNOWN_COLUMN}, {@code MISSING_COLUMN} of the header row;
 * {@code CELL_COUNT} of a row; {@code BAD_QUOTE}, {@code NOT_UTF8}, {@code REQUIRED}, {@code
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
    requireTable(grid);
    CohortReader reader = new CohortReader(grid, layout);
    reader.read();
    return sorted(reader.table(), reader.caseIds(), reader.sites());
  }

  /**
   * Fails on what is no table at all, since everything else would be said of every row.
   *
   * @throws CsvProblemsException with one problem
   */
  public static void requireTable(CsvGrid grid) {
    String rule = null;
    if (isWide(grid.bytes())) {
      rule = "NOT_UTF8";
    } else if (grid.rows() == 0) {
      rule = "EMPTY_FILE";
    } else if (grid.cells(0) == 1 && hasOtherSeparator(grid.text(0, 0))) {
      rule = "SEPARATOR_NOT_COMMA";
    } else if (grid.rows() == 1) {
      rule = "NO_ROWS";
    }
    if (rule != null) {
      throw new CsvProblemsException(List.of(new CsvProblem(1, "", rule)), 1);
    }
  }

  /** UTF-16 has a mark, or every second byte of its first letters is 0. */
  private static boolean isWide(byte[] file) {
    if (file.length < 2) {
      return false;
    }
    int mark = (file[0] & 0xFF) << 8 | file[1] & 0xFF;
    return mark == 0xFEFF || mark == 0xFFFE || file[0] == 0 || file[1] == 0;
  }

  private static boolean hasOtherSeparator(String header) {
    return header.indexOf(';') >= 0 || header.indexOf('\t') >= 0 || header.indexOf('|') >= 0;
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
}
