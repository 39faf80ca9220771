package org.spineregistry.synthesis.survivaltime;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.table.Decimal;

/**
 * A time and what ended it as latent failure times, one for each cause: each event and each kind of
 * censoring (Cox 1959, JRSS B 21:411). The latent time of a cause has the Kaplan-Meier curve that
 * treats all other ends as censorings; the data say nothing about the dependence of the causes on
 * each other (Tsiatis 1975, PNAS 72:20), so it is independence, which keeps each of these curves.
 * Rows are drawn from smoothed curves in which the last k ends have one common cause. Immutable and
 * thread-safe.
 */
public final class LatentTimes {
  private final List<CauseTimes> causes;

  /** Causes in the order in which they come at the same time. */
  private final int[] order;

  private LatentTimes(List<CauseTimes> causes, int[] order) {
    this.causes = List.copyOf(causes);
    this.order = order;
  }

  /**
   * Prepares the latent times of a cohort.
   *
   * @param times at least 0, NaN when unknown; not changed
   * @param ends cause that ended each patient's observation, from 0; -1 when unknown
   * @param events whether each cause is an event; a censoring comes after events of the same time
   * @param lowest smallest time, null when there is none
   * @param highest largest time, null when there is none
   * @param k smallest group of patients that may show
   * @throws IllegalArgumentException if a cause ended fewer than k patients
   */
  public static LatentTimes of(
      double[] times, int[] ends, boolean[] events, Double lowest, Double highest, int k) {
    OrderedEnds ordered = new OrderedEnds(times.clone(), ends.clone(), events.clone());
    OrderedEnds shown = ordered.withCommonEnd(k);
    List<CauseTimes> causes = new ArrayList<>();
    int[] order = new int[events.length];
    for (int cause = 0; cause < events.length; cause++) {
      causes.add(CauseTimes.of(ordered, shown, cause, lowest, highest, k));
      int before = 0;
      for (int other = 0; other < events.length; other++) {
        before += other != cause && ordered.isBefore(other, cause) ? 1 : 0;
      }
      order[before] = cause;
    }
    return new LatentTimes(causes, order);
  }

  /** Intervals, table and scores of each cause. */
  public List<CauseTimes> causes() {
    return causes;
  }

  /**
   * The end of a row: its earliest latent time, rounded. One cause at least always comes.
   *
   * @param latents standard normals of the row
   * @param first position of the latent of cause 0, the others follow
   * @param decimals of the time column
   */
  public End decode(double[] latents, int first, int decimals) {
    double earliest = Double.POSITIVE_INFINITY;
    int ended = -1;
    for (int cause : order) {
      double time = causes.get(cause).time(latents[first + cause]);
      if (time < earliest) {
        earliest = time;
        ended = cause;
      }
    }
    return new End(Decimal.round(earliest, decimals), ended);
  }
}
