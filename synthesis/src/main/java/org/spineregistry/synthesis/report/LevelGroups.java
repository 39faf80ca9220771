package org.spineregistry.synthesis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.report.MarginalPlot.Bar;
import org.spineregistry.synthesis.table.Table;

/**
 * Levels of a category. Those with fewer than five patients stand together; when even together they
 * are fewer than five, the next rarest level joins them.
 */
final class LevelGroups {
  static final String RARE = "other (fewer than 5 each)";
  static final String MIXED = "all others";

  private LevelGroups() {}

  static List<Bar> of(Table cohort, Table release, int column) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    cohort.levels(column).forEach(level -> counts.put(level, new int[2]));
    release.levels(column).forEach(level -> counts.putIfAbsent(level, new int[2]));
    count(cohort, column, 0, counts);
    count(release, column, 1, counts);
    int observed = cohort.rows() - cohort.missing(column);
    if (observed < 2 * Shares.SMALLEST_GROUP) {
      return List.of();
    }
    int synthetic = release.rows() - release.missing(column);
    boolean ordered = cohort.columns().get(column).ordered();
    List<Level> levels = new ArrayList<>();
    counts.forEach((name, count) -> levels.add(new Level(name, count[0], count[1])));
    return grouped(levels, ordered).stream().map(level -> level.bar(observed, synthetic)).toList();
  }

  private static List<Level> grouped(List<Level> levels, boolean ordered) {
    List<Level> rising =
        levels.stream()
            .sorted(Comparator.comparingInt(Level::real).thenComparing(Level::name))
            .toList();
    List<Level> hidden = new ArrayList<>();
    int real = 0;
    int synthetic = 0;
    for (Level level : rising) {
      boolean rare = level.real < Shares.SMALLEST_GROUP;
      boolean tooFew = real > 0 && real < Shares.SMALLEST_GROUP;
      if (rare || tooFew) {
        hidden.add(level);
        real += level.real;
        synthetic += level.synthetic;
      }
    }
    List<Level> shown = new ArrayList<>(ordered ? levels : rising);
    shown.removeAll(hidden);
    if (!ordered) {
      Collections.reverse(shown);
    }
    if (real + synthetic > 0) {
      boolean allRare = hidden.stream().allMatch(l -> l.real < Shares.SMALLEST_GROUP);
      shown.add(new Level(allRare ? RARE : MIXED, real, synthetic));
    }
    return shown;
  }

  private static void count(Table table, int column, int side, Map<String, int[]> counts) {
    List<String> levels = table.levels(column);
    for (int code : table.codes(column)) {
      if (code >= 0) {
        counts.get(levels.get(code))[side]++;
      }
    }
  }

  private record Level(String name, int real, int synthetic) {
    Bar bar(int observed, int released) {
      return new Bar(
          name, null, null, Shares.ofCohort(real, observed), Shares.ofRelease(synthetic, released));
    }
  }
}
