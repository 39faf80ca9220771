package org.spineregistry.synthesis.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spineregistry.synthesis.csv.CsvCell;
import org.spineregistry.synthesis.csv.CsvFault;
import org.spineregistry.synthesis.csv.CsvGrid;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/** One pass over the rows of a file that fills the columns of a cohort. */
final class CohortReader {
  private final CsvGrid grid;
  private final CsvCell text;
  private final CohortLayout layout;
  private final ProblemList problems;
  private final HeaderRow header;
  private final CellReader[] byCell;
  private final List<CellReader> columns = new ArrayList<>();
  private final Optional<KeyReader> caseIds;
  private final Optional<KeyReader> sites;

  CohortReader(CsvGrid grid, CohortLayout layout) {
    this.grid = grid;
    this.text = grid.cursor();
    this.layout = layout;
    this.problems = new ProblemList(grid);
    this.header = new HeaderRow(grid, layout, problems);
    this.byCell = new CellReader[grid.cells(0)];
    for (SourceColumn source : layout.columns()) {
      boolean number = source.column().isNumber();
      CellReader reader =
          number ? new NumberReader(source, grid) : new CategoryReader(source, grid);
      columns.add(reader);
      assign(source.name(), reader);
    }
    Optional<String> id = layout.caseIds().stream().filter(header::has).findFirst();
    this.caseIds = id.map(name -> KeyReader.ids(grid));
    caseIds.ifPresent(reader -> assign(id.orElseThrow(), reader));
    Optional<SiteColumn> site =
        layout.sites().stream().filter(column -> header.has(column.name())).findFirst();
    this.sites = site.map(column -> KeyReader.sites(grid, column));
    sites.ifPresent(reader -> assign(site.orElseThrow().name(), reader));
  }

  private void assign(String name, CellReader reader) {
    if (header.has(name)) {
      byCell[header.cell(name)] = reader;
    }
  }

  /** Reads all rows and fails on any problem. */
  void read() {
    MissingTexts missing = new MissingTexts(layout.missing());
    int fault = 0;
    for (int row = 0; row < grid.rows(); row++) {
      boolean faulty = false;
      for (; fault < grid.faults().size() && grid.faults().get(fault).row() == row; fault++) {
        report(grid.faults().get(fault));
        faulty = true;
      }
      if (faulty || row == 0) {
        continue; // behind a wrong quote nobody knows which cell is which
      }
      if (grid.cells(row) == byCell.length) {
        readRow(row, missing);
      } else {
        problems.add(row, 0, "", "CELL_COUNT");
      }
    }
    problems.failIfAny();
  }

  private void report(CsvFault fault) {
    problems.add(fault.row(), fault.cell(), header.name(fault.cell()), fault.rule());
  }

  private void readRow(int row, MissingTexts missing) {
    for (int cell = 0; cell < byCell.length; cell++) {
      CellReader reader = byCell[cell];
      if (reader == null) {
        continue;
      }
      text.to(row, cell);
      String rule = null;
      if (!missing.isMissing(grid.bytes(), text.start(), text.end())) {
        rule = reader.read(row - 1, text.start(), text.end());
      } else if (reader.isRequired()) {
        rule = "REQUIRED";
      }
      if (rule != null) {
        problems.add(row, cell, header.name(cell), rule);
      }
    }
  }

  Table table() {
    List<Column> ofTable = layout.columns().stream().map(SourceColumn::column).toList();
    List<ColumnValues> values = new ArrayList<>();
    for (CellReader reader : columns) {
      values.add(
          reader instanceof NumberReader numbers
              ? numbers.values()
              : ((CategoryReader) reader).values());
    }
    return Table.of(ofTable, values);
  }

  /** Empty if the file has none. */
  String[] caseIds() {
    return caseIds.map(KeyReader::keys).orElse(new String[0]);
  }

  /** Empty if the file has none. */
  String[] sites() {
    return sites.map(KeyReader::keys).orElse(new String[0]);
  }
}
