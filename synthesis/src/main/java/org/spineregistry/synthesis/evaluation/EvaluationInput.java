package org.spineregistry.synthesis.evaluation;

import java.util.List;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.table.Table;

/**
 * What is evaluated, all three tables with the columns of one schema. Open levels may differ from
 * table to table: they are brought together here.
 *
 * @param training patients that the generator was fitted on, one row each
 * @param holdout patients that it never saw, one row each
 * @param synthetic what it generated
 * @param contract what every row must keep
 */
public record EvaluationInput(Table training, Table holdout, Table synthetic, Contract contract) {
  /** Fewest rows of each table: fewer allow no folds. */
  public static final int MINIMUM_ROWS = 10;

  /**
   * @throws IllegalArgumentException if columns differ or a table is too small; the message names
   *     the table, never a value
   */
  public EvaluationInput {
    require(training, "training", training);
    require(holdout, "holdout", training);
    require(synthetic, "synthetic", training);
    List<Table> shared = SharedLevels.of(List.of(training, holdout, synthetic));
    training = shared.get(0);
    holdout = shared.get(1);
    synthetic = shared.get(2);
  }

  private static void require(Table table, String name, Table first) {
    if (!table.columns().equals(first.columns())) {
      throw new IllegalArgumentException(name + ": has other columns than the training table");
    }
    if (table.rows() < MINIMUM_ROWS) {
      throw new IllegalArgumentException(name + ": needs at least " + MINIMUM_ROWS + " rows");
    }
  }

  /** Patients of both kinds: first those of the fit, then those kept aside. */
  public Table patients() {
    return Table.concatenate(List.of(training, holdout));
  }
}
