package org.spineregistry.synthesis.tree;

/** A regression tree over binned rows. */
sealed interface Tree {
  /** The value of a row. */
  double value(BinnedRows rows, int row);

  /** All rows have one value. */
  record Leaf(double value) implements Tree {
    @Override
    public double value(BinnedRows rows, int row) {
      return value;
    }
  }

  /** Rows go left or right. */
  record Fork(Split split, Tree left, Tree right) implements Tree {
    @Override
    public double value(BinnedRows rows, int row) {
      boolean goesLeft = split.goesLeft(rows.bins()[split.column()][row]);
      return (goesLeft ? left : right).value(rows, row);
    }
  }
}
