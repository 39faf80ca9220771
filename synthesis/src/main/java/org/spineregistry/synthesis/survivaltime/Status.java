package org.spineregistry.synthesis.survivaltime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * One value of a status column.
 *
 * @param cell the number or the code of the level
 * @param text as contracts write it
 * @param event whether it is an event, not a censoring
 * @param count patients that have it
 */
record Status(double cell, String text, boolean event, int count) {

  /**
   * The values of a column, rising.
   *
   * @param cells NaN when missing
   */
  static List<Status> of(double[] cells, DoubleFunction<String> texts, Set<String> events) {
    double[] distinct = known(cells).distinct().sorted().toArray();
    return Arrays.stream(distinct)
        .mapToObj(
            cell -> {
              String text = texts.apply(cell);
              int count = (int) known(cells).filter(other -> other == cell).count();
              return new Status(cell, text, events.contains(text), count);
            })
        .toList();
  }

  private static DoubleStream known(double[] cells) {
    return Arrays.stream(cells).filter(cell -> !Double.isNaN(cell));
  }

  /** The status of a cell, null when missing. */
  static Status at(List<Status> statuses, double cell) {
    return statuses.stream().filter(s -> s.cell == cell).findFirst().orElse(null);
  }

  /**
   * Position of the kept status that a status counts as: itself, else the commonest of its kind,
   * else the commonest; the first of equally common ones.
   *
   * @param kept not empty
   * @param status null gives -1
   */
  static int cause(List<Status> kept, Status status) {
    if (status == null || kept.contains(status)) {
      return kept.indexOf(status);
    }
    Comparator<Status> nearness =
        Comparator.<Status, Boolean>comparing(s -> s.event == status.event)
            .thenComparing(Status::count)
            .thenComparing(s -> -s.cell);
    return kept.indexOf(kept.stream().max(nearness).orElseThrow());
  }

  static boolean[] events(List<Status> statuses) {
    boolean[] events = new boolean[statuses.size()];
    for (int s = 0; s < events.length; s++) {
      events[s] = statuses.get(s).event;
    }
    return events;
  }
}
