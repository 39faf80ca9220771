package org.spineregistry.synthesis.control;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.random.Permutation;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/**
 * Plants rows that break a rule of the schema, each by one cell that is replaced by that of another
 * row: what a generator does that knows nothing of the rules.
 */
final class BrokenRows {
  /** Exchanges tried on a row before another row takes its place. */
  private static final int TRIES = 200;

  private final Contract contract;
  private final Table release;
  private final double[][] cells;
  private final Row row;
  private final RandomStream stream;
  private final long attempt;

  /** Column whose exchange broke a rule last: likely to break the next row's as well. */
  private int promising = -1;

  private BrokenRows(Table release, Contract contract, RandomStream stream, long attempt) {
    this.contract = contract;
    this.release = release;
    this.stream = stream;
    this.attempt = attempt;
    this.cells = new double[release.columns().size()][];
    List<List<String>> levels = new ArrayList<>();
    for (int c = 0; c < cells.length; c++) {
      boolean number = release.columns().get(c).isNumber();
      levels.add(number ? List.of() : release.levels(c));
      cells[c] = number ? release.numbers(c) : codes(release.codes(c));
    }
    this.row = new Row(release.columns(), levels);
  }

  /**
   * Breaks rules.
   *
   * @param share of the rows
   * @return null when the schema has no rule that an exchange of cells breaks
   */
  static Table in(
      Table release, Contract contract, double share, RandomStream stream, long attempt) {
    BrokenRows rows = new BrokenRows(release, contract, stream, attempt);
    int wanted = (int) Math.ceil(share * release.rows());
    int broken = 0;
    int[] order = Permutation.of(release.rows(), stream, attempt);
    for (int i = 0; i < order.length && broken < wanted; i++) {
      broken += rows.breaks(order[i]) ? 1 : 0;
    }
    return broken < wanted ? null : rows.table();
  }

  private boolean breaks(int at) {
    if (contract.rules().codes().isEmpty()) {
      return false;
    }
    for (int c = 0; c < cells.length; c++) {
      row.set(c, cells[c][at]);
    }
    for (int t = 0; t < TRIES; t++) {
      boolean known = promising >= 0 && t < TRIES / 4;
      int column = known ? promising : (int) (draw(at, 2 * t + 1) * cells.length);
      double other = cells[column][(int) (draw(at, 2 * t + 2) * release.rows())];
      row.set(column, other);
      if (!contract.rules().broken(row).isEmpty()) {
        cells[column][at] = other;
        promising = column;
        return true;
      }
      row.set(column, cells[column][at]);
    }
    return false;
  }

  private double draw(int at, int draw) {
    return stream.uniform(at, attempt, draw);
  }

  private Table table() {
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < cells.length; c++) {
      if (release.columns().get(c).isNumber()) {
        values.add(ColumnValues.numbers(cells[c]));
      } else {
        int[] codes = new int[cells[c].length];
        for (int r = 0; r < codes.length; r++) {
          codes[r] = Double.isNaN(cells[c][r]) ? -1 : (int) cells[c][r];
        }
        values.add(ColumnValues.codes(codes, release.levels(c)));
      }
    }
    return Table.of(release.columns(), values);
  }

  private static double[] codes(int[] codes) {
    double[] cells = new double[codes.length];
    for (int r = 0; r < codes.length; r++) {
      cells[r] = codes[r] < 0 ? Double.NaN : codes[r];
    }
    return cells;
  }
}
