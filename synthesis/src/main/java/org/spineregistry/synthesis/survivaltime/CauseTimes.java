package org.spineregistry.synthesis.survivaltime;

import java.util.Arrays;
import org.spineregistry.synthesis.quantile.QuantileTable;
import org.spineregistry.synthesis.special.TabulatedNormal;
import org.spineregistry.synthesis.step.ScoredColumn;

/**
 * The latent time of one cause: a standard normal whose low values end early. Arrays must not be
 * changed.
 *
 * @param lower latent lower end of each patient's interval; NaN when the end is unknown
 * @param upper latent upper end, infinity when another cause ended
 * @param table times over the share of patients that the cause would have ended; blocks of at least
 *     k ends, so that no knot is a patient
 * @param end share above which the cause never comes; 1 when it always does
 * @param scored how correlations see the latent time
 */
public record CauseTimes(
    double[] lower, double[] upper, QuantileTable table, double end, ScoredColumn scored) {

  /**
   * Prepares the latent time of a cause.
   *
   * @param ends as they are: what each patient tells
   * @param shown the same with a common end: what rows are drawn from
   */
  static CauseTimes of(
      OrderedEnds ends, OrderedEnds shown, int cause, Double lowest, Double highest, int k) {
    int[] own = ends.endedBy(cause);
    if (own.length < k) {
      throw new IllegalArgumentException("Cause " + cause + " ended fewer than " + k + " patients");
    }
    CauseIntervals curve = CauseIntervals.of(shown, cause);
    int[] rows = shown.endedBy(cause);
    // where the common end took too many, their times stay in the block but have no mass
    QuantileTable table = table(ends, curve, rows.length < k ? own : rows, lowest, highest, k);
    CauseIntervals intervals = CauseIntervals.of(ends, cause);
    double[] lower = intervals.lower();
    double[] upper = intervals.upper();
    return new CauseTimes(
        lower,
        upper,
        table,
        curve.beyond() == 0 ? 1 : table.end(),
        IntervalScores.of(lower, upper, intervals));
  }

  private static QuantileTable table(
      OrderedEnds ends, CauseIntervals curve, int[] rows, Double lowest, Double highest, int k) {
    double[] times = Arrays.stream(rows).mapToDouble(ends::time).toArray();
    double[] masses = Arrays.stream(rows).mapToDouble(row -> curve.masses()[row]).toArray();
    return QuantileTable.weighted(times, masses, 1, lowest, highest, k);
  }

  /** The time of a latent normal before rounding; infinity when the cause never comes. */
  public double time(double latent) {
    double share = TabulatedNormal.cdf(latent);
    return share > end ? Double.POSITIVE_INFINITY : table.quantile(share);
  }
}
