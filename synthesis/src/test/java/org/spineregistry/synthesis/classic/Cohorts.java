package org.spineregistry.synthesis.classic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

/** Small invented cohorts whose distribution is known. */
final class Cohorts {
  static final Seed SEED = Seed.ofHex("5e".repeat(32));

  private Cohorts() {}

  /**
   * Two normal numbers of correlation 0.6, one normal number that is missing in 30 % of the rows, a
   * category of frequencies 50/30/20 that is missing in 20 %, a constant number, a constant
   * category with gaps, an empty number and an empty category.
   */
  static Table known(int rows) {
    List<Column> columns =
        List.of(
            Column.number("x", 3),
            Column.number("y", 3),
            Column.number("gaps", 3),
            Column.category("level", List.of("C", "B", "A")),
            Column.number("levelsCount", 0),
            Column.category("procedure", List.of("SIJF", "TLIF")),
            Column.number("noNumber", 1),
            Column.bool("noFlag"));
    TableBuilder builder = new TableBuilder(columns);
    RandomStream random = SEED.stream("cohort");
    for (int row = 0; row < rows; row++) {
      double x = random.normal(row, 0, 0);
      double y = 0.6 * x + 0.8 * random.normal(row, 0, 1);
      double share = random.uniform(row, 0, 2);
      List<Object> cells = new ArrayList<>();
      cells.add(round(10 + 2 * x));
      cells.add(round(-5 + 3 * y));
      cells.add(random.uniform(row, 0, 3) < 0.3 ? null : round(random.normal(row, 0, 4)));
      String level = share < 0.5 ? "B" : share < 0.8 ? "A" : "C";
      cells.add(random.uniform(row, 0, 5) < 0.2 ? null : level);
      cells.addAll(Arrays.asList(0, row % 10 == 0 ? null : "TLIF", null, null));
      builder.add(cells);
    }
    return builder.build();
  }

  private static double round(double value) {
    return Math.rint(value * 1000) / 1000;
  }
}
