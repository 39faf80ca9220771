package org.spineregistry.synthesis.survival;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.metric.Predictors;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * The prediction of a time to an event: Cox's model of the declared predictors, a missing one
 * taking its training mean.
 *
 * @param pair time and status
 * @param encoding of the predictors
 */
public record SurvivalTask(TimeToEvent pair, Predictors encoding) {
  /** The task that a cohort declares; the pair's own columns predict nothing. */
  public static SurvivalTask of(TimeToEvent pair, Table cohort) {
    return new SurvivalTask(pair, Predictors.of(cohort, predictors(pair, cohort)));
  }

  /** Positions of the declared predictors, without the pair's own columns. */
  public static List<Integer> predictors(TimeToEvent pair, Table cohort) {
    return cohort.withRole(ColumnRole.PREDICTOR).stream()
        .filter(c -> !cohort.columns().get(c).name().equals(pair.time()))
        .filter(c -> !cohort.columns().get(c).name().equals(pair.status()))
        .toList();
  }

  /**
   * Fits the model on the rows that have a time and a status.
   *
   * @return null as {@link CoxModel#of}
   */
  public CoxModel fit(Table training) {
    SurvivalTimes times = SurvivalTimes.of(training, pair);
    Table known = training.select(times.rows());
    return CoxModel.of(times, encoding.retrained(known).rows(known));
  }

  /**
   * Trains on one table and predicts every row of another.
   *
   * @return log hazard ratios, all NaN when the training rows do not allow any
   */
  public double[] risks(Table training, Table tested) {
    CoxModel model = fit(training);
    if (model == null) {
      double[] unknown = new double[tested.rows()];
      Arrays.fill(unknown, Double.NaN);
      return unknown;
    }
    int[] known = SurvivalTimes.of(training, pair).rows();
    return model.risks(encoding.retrained(training.select(known)).rows(tested));
  }
}
