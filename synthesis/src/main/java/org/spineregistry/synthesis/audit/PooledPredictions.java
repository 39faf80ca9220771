package org.spineregistry.synthesis.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.Auc;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.metric.Pearson;
import org.spineregistry.synthesis.table.Table;

/**
 * Predictions of the patients kept aside, pooled over the folds of each repeat; Pearson's r with
 * the true outcome, or the AUC of an outcome of two levels, mean over repeats.
 */
public final class PooledPredictions {
  /** How well one repeat predicts. */
  private interface Score {
    /**
     * @param weights of the patients; null counts each once
     */
    double of(int[] weights);
  }

  private final List<Score> repeats;

  /**
   * Pools predictions of a number.
   *
   * @param outcomes true outcome of each patient, NaN when unknown
   * @param evidence all replicates
   * @param predictions which predictions to pool
   */
  public PooledPredictions(
      double[] outcomes,
      List<ReplicateEvidence> evidence,
      Function<ReplicateEvidence, double[]> predictions) {
    this(outcomes, false, evidence, predictions);
  }

  /**
   * Pools the predictions of a task.
   *
   * @param cohort all patients
   * @param evidence all replicates
   * @param predictions which predictions to pool
   */
  public static PooledPredictions of(
      PredictionTask task,
      Table cohort,
      List<ReplicateEvidence> evidence,
      Function<ReplicateEvidence, double[]> predictions) {
    return new PooledPredictions(
        task.outcomes(cohort), task.isBinary(cohort), evidence, predictions);
  }

  private PooledPredictions(
      double[] outcomes,
      boolean binary,
      List<ReplicateEvidence> evidence,
      Function<ReplicateEvidence, double[]> predictions) {
    Map<Integer, double[]> pooled = new TreeMap<>();
    for (ReplicateEvidence one : evidence) {
      double[] repeat =
          pooled.computeIfAbsent(one.replicate().repeat(), number -> empty(outcomes.length));
      for (int row : one.replicate().strangers()) {
        repeat[row] = predictions.apply(one)[row];
      }
    }
    double[] truth = outcomes.clone();
    this.repeats =
        pooled.values().stream()
            .map(repeat -> binary ? auc(repeat, truth) : pearson(repeat, truth))
            .toList();
  }

  private static Score pearson(double[] predicted, double[] truth) {
    return weights -> Pearson.weighted(predicted, truth, weights);
  }

  private static Score auc(double[] predicted, double[] truth) {
    int[] known =
        IntStream.range(0, truth.length)
            .filter(row -> !Double.isNaN(truth[row]) && !Double.isNaN(predicted[row]))
            .toArray();
    boolean[] positive = new boolean[known.length];
    for (int i = 0; i < known.length; i++) {
      positive[i] = truth[known[i]] == 1;
    }
    Auc auc = new Auc(IntStream.of(known).mapToDouble(row -> predicted[row]).toArray(), positive);
    return weights ->
        weights == null
            ? auc.value()
            : auc.value(IntStream.of(known).map(row -> weights[row]).toArray());
  }

  /** Pearson's r or the AUC; NaN when it is not defined. */
  public double r() {
    return r(null);
  }

  /** Bootstrap interval over patients; null when it is not defined. */
  public Interval interval(PatientBootstrap bootstrap) {
    return bootstrap.interval(this::r);
  }

  /**
   * Paired bootstrap interval of the difference to other predictions of the same patients; null
   * when it is not defined.
   */
  public Interval interval(PooledPredictions less, PatientBootstrap bootstrap) {
    return bootstrap.interval(weights -> r(weights) - less.r(weights));
  }

  private double r(int[] weights) {
    double sum = 0;
    for (Score repeat : repeats) {
      sum += repeat.of(weights);
    }
    return sum / repeats.size();
  }

  private static double[] empty(int patients) {
    double[] values = new double[patients];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
