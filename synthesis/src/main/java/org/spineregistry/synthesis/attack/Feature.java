package org.spineregistry.synthesis.attack;

import org.spineregistry.synthesis.table.Table;

/** One coordinate of the attacker's view of a row. */
interface Feature {
  /** Values of all rows of a table with the columns of the cohort; a missing cell is 0. */
  double[] of(Table table);

  /** Normal score of a number. */
  record NumberFeature(int column, NormalScores scores) implements Feature {
    @Override
    public double[] of(Table table) {
      double[] values = table.numbers(column);
      for (int row = 0; row < values.length; row++) {
        values[row] = scores.of(values[row]);
      }
      return values;
    }
  }

  /**
   * Standardised step score of a category.
   *
   * @param cohort whose levels {@code scores} stand for
   * @param scores by code; 0 for a level that no patient holds
   */
  record LevelFeature(Table cohort, int column, double[] scores) implements Feature {
    @Override
    public double[] of(Table table) {
      double[] values = AlignedCells.of(table, cohort, column);
      for (int row = 0; row < values.length; row++) {
        // also false for NaN
        boolean known = values[row] < scores.length;
        values[row] = known ? scores[(int) values[row]] : 0;
      }
      return values;
    }
  }

  /**
   * 1 where a block of columns is missing.
   *
   * @param column one of the block
   */
  record MissingFeature(int column) implements Feature {
    @Override
    public double[] of(Table table) {
      double[] values = new double[table.rows()];
      for (int row = 0; row < values.length; row++) {
        values[row] = table.isMissing(row, column) ? 1 : 0;
      }
      return values;
    }
  }
}
