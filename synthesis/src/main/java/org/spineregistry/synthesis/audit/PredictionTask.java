package org.spineregistry.synthesis.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.LinearModel;
import org.spineregistry.synthesis.metric.Predictors;
import org.spineregistry.synthesis.metric.Ridge;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * The prediction that a utility gate asks for: the primary outcome, a number, from the declared
 * predictors by ridge regression with leave-one-out lambda.
 *
 * @param outcome position of the outcome
 * @param predictors positions of the predictors
 */
public record PredictionTask(int outcome, List<Integer> predictors) {
  /** The task of a table's campaign; empty unless it has a numeric outcome and predictors. */
  public static Optional<PredictionTask> of(Table table) {
    Optional<Integer> outcome =
        table.primaryOutcome().filter(column -> table.columns().get(column).isNumber());
    List<Integer> predictors =
        table.withRole(ColumnRole.PREDICTOR).stream()
            .filter(column -> !outcome.equals(Optional.of(column)))
            .toList();
    return outcome
        .filter(column -> !predictors.isEmpty())
        .map(column -> new PredictionTask(column, predictors));
  }

  /**
   * Trains on the rows of one table that have an outcome and predicts the rows of another.
   *
   * @return predictions, all NaN when the training rows do not allow any
   */
  double[] predict(Table training, Table tested) {
    double[] outcomes = training.numbers(outcome);
    int[] usable =
        IntStream.range(0, outcomes.length).filter(row -> !Double.isNaN(outcomes[row])).toArray();
    double[] predictions = new double[tested.rows()];
    Arrays.fill(predictions, Double.NaN);
    if (usable.length < 2) {
      return predictions;
    }
    Table complete = training.select(usable);
    Predictors encoding = Predictors.of(complete, predictors);
    Ridge ridge = new Ridge(encoding.rows(complete), complete.numbers(outcome));
    LinearModel model = ridge.fit(ridge.bestLambda());
    double[][] rows = encoding.rows(tested);
    for (int row = 0; row < rows.length; row++) {
      predictions[row] = model.predict(rows[row]);
    }
    return predictions;
  }
}
