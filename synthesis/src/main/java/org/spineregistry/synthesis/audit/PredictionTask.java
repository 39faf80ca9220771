package org.spineregistry.synthesis.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.LinearModel;
import org.spineregistry.synthesis.metric.LogisticRidge;
import org.spineregistry.synthesis.metric.Predictors;
import org.spineregistry.synthesis.metric.Ridge;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * The prediction that a utility gate asks for: the primary outcome from the declared predictors by
 * ridge regression with leave-one-out lambda; a logistic one when the outcome has two levels.
 *
 * @param outcome position of the outcome
 * @param predictors positions of the predictors
 */
public record PredictionTask(int outcome, List<Integer> predictors) {
  /**
   * The task of a table's campaign; empty unless it has predictors and an outcome that is a number
   * or has two declared levels.
   */
  public static Optional<PredictionTask> of(Table table) {
    Optional<Integer> outcome =
        table.primaryOutcome().filter(c -> table.columns().get(c).isNumber() || isBinary(table, c));
    List<Integer> predictors =
        table.withRole(ColumnRole.PREDICTOR).stream()
            .filter(column -> !outcome.equals(Optional.of(column)))
            .toList();
    return outcome
        .filter(column -> !predictors.isEmpty())
        .map(column -> new PredictionTask(column, predictors));
  }

  private static boolean isBinary(Table table, int column) {
    return table.columns().get(column).levels().size() == 2;
  }

  /** Whether the outcome has two levels, so that predictions are log-odds of the second one. */
  public boolean isBinary(Table table) {
    return !table.columns().get(outcome).isNumber();
  }

  /** The outcome of each row, of two levels 0 or 1; NaN when unknown. */
  public double[] outcomes(Table table) {
    if (!isBinary(table)) {
      return table.numbers(outcome);
    }
    return Arrays.stream(table.codes(outcome))
        .mapToDouble(code -> code < 0 ? Double.NaN : code)
        .toArray();
  }

  /**
   * Trains on the rows of one table that have an outcome and predicts the rows of another.
   *
   * @return predictions, all NaN when the training rows do not allow any
   */
  double[] predict(Table training, Table tested) {
    double[] outcomes = outcomes(training);
    int[] usable =
        IntStream.range(0, outcomes.length).filter(row -> !Double.isNaN(outcomes[row])).toArray();
    double[] predictions = new double[tested.rows()];
    Arrays.fill(predictions, Double.NaN);
    double[] known = IntStream.of(usable).mapToDouble(row -> outcomes[row]).toArray();
    boolean constant = Arrays.stream(known).distinct().count() < 2;
    if (usable.length < 2 || (constant && isBinary(training))) {
      return predictions;
    }
    Table complete = training.select(usable);
    Predictors encoding = Predictors.of(complete, predictors);
    LinearModel model = fit(encoding.rows(complete), known, isBinary(training));
    double[][] rows = encoding.rows(tested);
    for (int row = 0; row < rows.length; row++) {
      predictions[row] = model.predict(rows[row]);
    }
    return predictions;
  }

  private static LinearModel fit(double[][] x, double[] y, boolean binary) {
    if (!binary) {
      Ridge ridge = new Ridge(x, y);
      return ridge.fit(ridge.bestLambda());
    }
    boolean[] positive = new boolean[y.length];
    for (int i = 0; i < y.length; i++) {
      positive[i] = y[i] == 1;
    }
    LogisticRidge logistic = new LogisticRidge(x, positive);
    return logistic.fit(logistic.bestLambda());
  }
}
