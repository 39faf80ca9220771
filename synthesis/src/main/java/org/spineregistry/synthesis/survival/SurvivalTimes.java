package org.spineregistry.synthesis.survival;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Table;

/**
 * Times under observation and whether each ended with the event. Arrays must not be changed.
 *
 * @param rows the rows of the table that have both a time and a status, rising
 * @param times of these rows, at least 0
 * @param events whether the event ended the time; otherwise it was censored
 */
public record SurvivalTimes(int[] rows, double[] times, boolean[] events) {
  /**
   * Reads a pair of columns.
   *
   * @throws IllegalArgumentException if the table lacks one of them or the time is no number
   */
  public static SurvivalTimes of(Table table, TimeToEvent pair) {
    int time = table.indexOf(pair.time());
    int status = table.indexOf(pair.status());
    if (!table.columns().get(time).isNumber()) {
      throw new IllegalArgumentException(pair.time() + ": a time is a number");
    }
    double[] times = table.numbers(time);
    boolean[] events = events(table, status, pair);
    int[] rows =
        IntStream.range(0, times.length)
            .filter(row -> !table.isMissing(row, time) && !table.isMissing(row, status))
            .toArray();
    double[] known = IntStream.of(rows).mapToDouble(row -> times[row]).toArray();
    boolean[] ended = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      ended[i] = events[rows[i]];
    }
    return new SurvivalTimes(rows, known, ended);
  }

  /** Number of rows. */
  public int size() {
    return times.length;
  }

  /** Number of rows that ended with the event. */
  public int eventCount() {
    int count = 0;
    for (boolean event : events) {
      count += event ? 1 : 0;
    }
    return count;
  }

  /**
   * Positions by falling time; of equal times the censored ones first, since they lasted longer.
   */
  int[] lastFirst() {
    return IntStream.range(0, times.length)
        .boxed()
        .sorted(
            (a, b) ->
                times[a] != times[b]
                    ? Double.compare(times[b], times[a])
                    : Boolean.compare(events[a], events[b]))
        .mapToInt(i -> i)
        .toArray();
  }

  private static boolean[] events(Table table, int status, TimeToEvent pair) {
    boolean[] events = new boolean[table.rows()];
    if (table.columns().get(status).isNumber()) {
      double[] cells = table.numbers(status);
      for (int row = 0; row < events.length; row++) {
        events[row] = !Double.isNaN(cells[row]) && pair.events().contains(text(cells[row]));
      }
    } else {
      int[] codes = table.codes(status);
      for (int row = 0; row < events.length; row++) {
        events[row] =
            codes[row] >= 0 && pair.events().contains(table.levels(status).get(codes[row]));
      }
    }
    return events;
  }

  private static String text(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
