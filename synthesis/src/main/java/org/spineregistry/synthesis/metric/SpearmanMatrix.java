package org.spineregistry.synthesis.metric;

import java.util.List;
import org.spineregistry.synthesis.table.Table;

/**
 * Spearman's rank correlations of all pairs of columns: Pearson's r of mid-ranks over the rows that
 * have both values.
 *
 * @param values symmetric, 1 on the diagonal; NaN where too few rows have both values or one side
 *     is constant on them
 */
public record SpearmanMatrix(double[][] values) {
  /** Fewer common rows say nothing. */
  public static final int MINIMUM_ROWS = 20;

  /**
   * Correlates columns of a table.
   *
   * @param columns positions of number or ordered category columns
   */
  public static SpearmanMatrix of(Table table, List<Integer> columns) {
    return RankedTable.of(table, columns).correlations();
  }
}
