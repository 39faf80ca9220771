package org.spineregistry.synthesis.attack;

/**
 * What a predicate asks of one column.
 *
 * @param column position of the column
 * @param relation of a cell to {@code value}
 */
record Condition(int column, Relation relation, double value) {
  enum Relation {
    AT_LEAST,
    AT_MOST,
    EQUAL,
    MISSING
  }

  /** Narrows rows to those that meet the condition: they move to the front, their order kept. */
  int narrow(double[] cells, int[] rows, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (holds(cells[rows[i]])) {
        rows[kept++] = rows[i];
      }
    }
    return kept;
  }

  /** A missing cell meets no condition but {@code MISSING}. */
  private boolean holds(double cell) {
    return switch (relation) {
      case AT_LEAST -> cell >= value;
      case AT_MOST -> cell <= value;
      case EQUAL -> cell == value;
      case MISSING -> Double.isNaN(cell);
    };
  }
}
