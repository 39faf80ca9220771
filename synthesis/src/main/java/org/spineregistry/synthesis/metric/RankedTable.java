package org.spineregistry.synthesis.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.table.Table;

/**
 * Columns of a table prepared for rank correlations over any of its rows. Each value is sorted once
 * into its place among the distinct values of its column, so that ranks among some rows come from
 * counting. Columns that are observed in the same rows share their common rows with any other
 * column, so that ranks are counted once for a group of them. Immutable.
 */
public final class RankedTable {
  private final List<PlacedColumn> columns;

  private RankedTable(List<PlacedColumn> columns) {
    this.columns = columns;
  }

  /**
   * Prepares a table.
   *
   * @param columns positions of number or ordered category columns
   */
  public static RankedTable of(Table table, List<Integer> columns) {
    return new RankedTable(columns.stream().map(column -> PlacedColumn.of(table, column)).toList());
  }

  /** Spearman's correlations over all rows. */
  public SpearmanMatrix correlations() {
    double[][] values = new double[columns.size()][columns.size()];
    for (double[] row : values) {
      Arrays.fill(row, Double.NaN);
    }
    List<Group> groups = groups();
    for (int g = 0; g < groups.size(); g++) {
      for (int h = 0; h <= g; h++) {
        correlate(groups.get(g), groups.get(h), values);
      }
    }
    for (int column = 0; column < values.length; column++) {
      values[column][column] = 1;
    }
    return new SpearmanMatrix(values);
  }

  /**
   * Spearman's correlations over some rows.
   *
   * @param rows different ones, in any order
   */
  public SpearmanMatrix correlations(int[] rows) {
    return new RankedTable(columns.stream().map(column -> column.select(rows)).toList())
        .correlations();
  }

  private void correlate(Group first, Group second, double[][] values) {
    RowSet common = first.observed().and(second.observed());
    if (common.size() < SpearmanMatrix.MINIMUM_ROWS) {
      return;
    }
    List<Deviations> others = deviations(second, common);
    for (Deviations one : first == second ? others : deviations(first, common)) {
      for (Deviations other : others) {
        if (first != second || other.column() < one.column()) {
          double correlation = one.correlation(other);
          values[one.column()][other.column()] = correlation;
          values[other.column()][one.column()] = correlation;
        }
      }
    }
  }

  /**
   * Columns that are observed in the same rows.
   *
   * @param own their deviations among all these rows; filled when first needed
   */
  private record Group(RowSet observed, List<Integer> columns, List<Deviations> own) {}

  private List<Group> groups() {
    Map<RowSet, Group> groups = new LinkedHashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      groups
          .computeIfAbsent(
              columns.get(column).observed(),
              rows -> new Group(rows, new ArrayList<>(), new ArrayList<>()))
          .columns()
          .add(column);
    }
    return List.copyOf(groups.values());
  }

  private List<Deviations> deviations(Group group, RowSet common) {
    if (common.size() < group.observed().size()) {
      return deviations(group.columns(), common);
    }
    if (group.own().isEmpty()) {
      group.own().addAll(deviations(group.columns(), common));
    }
    return group.own();
  }

  private List<Deviations> deviations(List<Integer> numbers, RowSet common) {
    return numbers.stream().map(c -> Deviations.of(c, columns.get(c), common)).toList();
  }
}
