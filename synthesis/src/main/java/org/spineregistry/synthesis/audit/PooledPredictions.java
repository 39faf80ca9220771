package org.spineregistry.synthesis.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.metric.Pearson;

/**
 * Predictions of the patients kept aside, pooled over the folds of each repeat; Pearson's r with
 * the true outcome, mean over repeats.
 */
public final class PooledPredictions {
  private final double[] outcomes;
  private final List<double[]> repeats;

  /**
   * @param outcomes true outcome of each patient, NaN when unknown
   * @param evidence all replicates
   * @param predictions which predictions to pool
   */
  public PooledPredictions(
      double[] outcomes,
      List<ReplicateEvidence> evidence,
      Function<ReplicateEvidence, double[]> predictions) {
    this.outcomes = outcomes.clone();
    Map<Integer, double[]> pooled = new TreeMap<>();
    for (ReplicateEvidence one : evidence) {
      double[] repeat =
          pooled.computeIfAbsent(one.replicate().repeat(), number -> empty(outcomes.length));
      for (int row : one.replicate().strangers()) {
        repeat[row] = predictions.apply(one)[row];
      }
    }
    this.repeats = List.copyOf(pooled.values());
  }

  /** Pearson's r; NaN when it is not defined. */
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
    for (double[] repeat : repeats) {
      sum += Pearson.weighted(repeat, outcomes, weights);
    }
    return sum / repeats.size();
  }

  private static double[] empty(int patients) {
    double[] values = new double[patients];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
