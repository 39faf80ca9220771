package org.spineregistry.synthesis.survivaltime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The known ends in the order in which they happened. At equal times events come before censorings,
 * and lower causes before higher ones: so each end meets exactly the patients that are still there,
 * and the curves of all causes multiply to the share that is still observed.
 */
final class OrderedEnds {
  private final double[] times;
  private final int[] causes;
  private final boolean[] events;
  private final int[] rows;

  /**
   * @param times of the patients; NaN when unknown
   * @param causes of the ends; -1 when unknown
   * @param events whether each cause is an event
   */
  OrderedEnds(double[] times, int[] causes, boolean[] events) {
    this.times = times;
    this.causes = causes;
    this.events = events;
    this.rows =
        IntStream.range(0, times.length)
            .filter(row -> !Double.isNaN(times[row]) && causes[row] >= 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(row -> times[row])
                    .thenComparing(row -> !events[causes[row]])
                    .thenComparing(row -> causes[row]))
            .mapToInt(row -> row)
            .toArray();
  }

  private OrderedEnds(double[] times, int[] causes, boolean[] events, int[] rows) {
    this.times = times;
    this.causes = causes;
    this.events = events;
    this.rows = rows;
  }

  /**
   * The same ends in the same order, but the last k have one cause, the commonest among them and of
   * equally common ones the last in the order of ties. A curve among fewer than k patients at risk
   * would show them: its steps are as large as the share of all that are still observed.
   */
  OrderedEnds withCommonEnd(int k) {
    int from = Math.max(0, rows.length - k);
    int[] counts = new int[events.length];
    for (int i = from; i < rows.length; i++) {
      counts[cause(i)]++;
    }
    int commonest = 0;
    for (int cause = 1; cause < counts.length; cause++) {
      boolean later = isBefore(commonest, cause);
      if (counts[cause] > counts[commonest] || (counts[cause] == counts[commonest] && later)) {
        commonest = cause;
      }
    }
    int[] recoded = causes.clone();
    for (int i = from; i < rows.length; i++) {
      recoded[rows[i]] = commonest;
    }
    return new OrderedEnds(times, recoded, events, rows);
  }

  int size() {
    return rows.length;
  }

  /** Row of the patient whose end is number {@code i}. */
  int row(int i) {
    return rows[i];
  }

  int cause(int i) {
    return causes[rows[i]];
  }

  /** Position after the ends that share time and cause with one. */
  int groupEnd(int from) {
    int to = from + 1;
    while (to < rows.length
        && times[rows[to]] == times[rows[from]]
        && causes[rows[to]] == causes[rows[from]]) {
      to++;
    }
    return to;
  }

  /** Rows of the patients that a cause ended, in order. */
  int[] endedBy(int cause) {
    return Arrays.stream(rows).filter(row -> causes[row] == cause).toArray();
  }

  double time(int row) {
    return times[row];
  }

  /** One NaN for each patient. */
  double[] unknown() {
    double[] unknown = new double[times.length];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }

  /** Whether one cause comes before another at the same time. */
  boolean isBefore(int cause, int other) {
    return events[cause] == events[other] ? cause < other : events[cause];
  }
}
