package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.table.Column;

/**
 * Bands for numeric quasi-identifiers: age in tens with 90 alone, body mass index at 25, 30 and 35,
 * every other one in about six bands.
 */
final class Cuts {
  private static final double OLDEST = 130;
  private static final double BANDS = 6;

  private Cuts() {}

  /** Lower ends of the bands but the first, all inside the bounds of the column. */
  static List<Double> of(Column column) {
    NameWords name = new NameWords(column.name());
    if (name.has("bmi")) {
      return inside(column, List.of(25.0, 30.0, 35.0));
    }
    boolean years = name.suggestAge() && column.maximum() <= OLDEST && column.minimum() >= -OLDEST;
    double step =
        years
            ? 10
            : NiceStep.atLeast((column.maximum() - column.minimum()) / BANDS, column.decimals());
    List<Double> cuts = new ArrayList<>();
    double last = years ? Math.min(90, column.maximum()) : column.maximum();
    for (double cut = Math.ceil(column.minimum() / step) * step; cut <= last; cut += step) {
      cuts.add(cut);
    }
    return inside(column, cuts);
  }

  private static List<Double> inside(Column column, List<Double> cuts) {
    return cuts.stream().filter(cut -> cut > column.minimum() && cut <= column.maximum()).toList();
  }
}
