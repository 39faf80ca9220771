package org.spineregistry.synthesis.survivaltime;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Table;

/**
 * The ends of a cohort with its status values as causes. A status that fewer than k patients have
 * counts as the commonest one of its kind, event or censoring; without another of its kind as the
 * commonest of all. Arrays must not be changed.
 *
 * @param times NaN when time or status is missing
 * @param causes of the ends; -1 when time or status is missing
 * @param cells status cell of each cause: the number or the code of the level
 * @param events whether each cause is an event
 * @param merged texts of the rare statuses
 */
public record Ends(
    double[] times, int[] causes, double[] cells, boolean[] events, List<String> merged) {

  /**
   * Reads a pair of columns.
   *
   * @param cohort has both columns
   * @param k smallest group of patients that may show
   * @return empty if no status has k patients
   */
  public static Optional<Ends> of(Table cohort, TimeToEvent pair, int k) {
    int status = cohort.indexOf(pair.status());
    double[] times = cohort.numbers(cohort.indexOf(pair.time())).clone();
    double[] shown = cells(cohort, status);
    for (int row = 0; row < times.length; row++) {
      boolean known = !Double.isNaN(times[row]) && !Double.isNaN(shown[row]);
      times[row] = known ? times[row] : Double.NaN;
      shown[row] = known ? shown[row] : Double.NaN;
    }
    List<Status> statuses = Status.of(shown, cell -> text(cohort, status, cell), pair.events());
    List<Status> kept = statuses.stream().filter(s -> s.count() >= k).toList();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    int[] causes = new int[times.length];
    for (int row = 0; row < causes.length; row++) {
      causes[row] = Status.cause(kept, Status.at(statuses, shown[row]));
    }
    return Optional.of(
        new Ends(
            times,
            causes,
            kept.stream().mapToDouble(Status::cell).toArray(),
            Status.events(kept),
            statuses.stream().filter(s -> s.count() < k).map(Status::text).toList()));
  }

  private static double[] cells(Table cohort, int column) {
    if (cohort.columns().get(column).isNumber()) {
      return cohort.numbers(column).clone();
    }
    return Arrays.stream(cohort.codes(column)).mapToDouble(c -> c < 0 ? Double.NaN : c).toArray();
  }

  private static String text(Table cohort, int column, double cell) {
    return cohort.columns().get(column).isNumber()
        ? BigDecimal.valueOf(cell).stripTrailingZeros().toPlainString()
        : cohort.levels(column).get((int) cell);
  }
}
