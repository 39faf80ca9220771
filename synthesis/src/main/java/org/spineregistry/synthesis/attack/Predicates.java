package org.spineregistry.synthesis.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.Quantiles;
import org.spineregistry.synthesis.random.RandomStream;

/** Draws predicates that isolate one of the release rows that an attacker looks at. */
final class Predicates {
  private static final int COLUMNS = 4;

  private final double[][] release;
  private final boolean[] number;
  private final double[] medians;
  private final int size;

  /**
   * @param release cells by column, all rows; NaN is missing
   * @param number which columns are numbers
   * @param size the first rows, among which a predicate must be unique
   */
  Predicates(double[][] release, boolean[] number, int size) {
    this.release = release;
    this.number = number;
    this.size = size;
    this.medians =
        IntStream.range(0, number.length)
            .mapToDouble(column -> number[column] ? median(release[column]) : Double.NaN)
            .toArray();
  }

  /**
   * Draws until enough different predicates isolate a row or the attempts are over.
   *
   * @param stream row t, attempt 0 is attempt t: its row, then its columns
   */
  List<List<Condition>> draw(int wanted, int attempts, RandomStream stream) {
    List<List<Condition>> predicates = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    double[] draws = new double[1 + Math.min(COLUMNS, number.length)];
    for (int attempt = 0; attempt < attempts && predicates.size() < wanted; attempt++) {
      stream.uniforms(attempt, 0, draws);
      int row = (int) (draws[0] * size);
      int[] columns = columns(draws);
      List<Condition> predicate = about(row, columns);
      if (isolatesOne(predicate, release, size) && seen.add(key(row, columns))) {
        predicates.add(predicate);
      }
    }
    return predicates;
  }

  /** Whether exactly one of the first rows meets all conditions. */
  static boolean isolatesOne(List<Condition> predicate, double[][] cells, int size) {
    int[] rows = IntStream.range(0, size).toArray();
    int count = size;
    for (Condition condition : predicate) {
      count = condition.narrow(cells[condition.column()], rows, count);
    }
    return count == 1;
  }

  private List<Condition> about(int row, int[] columns) {
    List<Condition> conditions = new ArrayList<>();
    for (int column : columns) {
      double cell = release[column][row];
      Condition.Relation relation;
      if (Double.isNaN(cell)) {
        relation = Condition.Relation.MISSING;
      } else if (!number[column]) {
        relation = Condition.Relation.EQUAL;
      } else if (cell >= medians[column]) {
        relation = Condition.Relation.AT_LEAST;
      } else {
        relation = Condition.Relation.AT_MOST;
      }
      conditions.add(new Condition(column, relation, cell));
    }
    return conditions;
  }

  /** Different columns in the order drawn: each draw picks among those that are left. */
  private int[] columns(double[] draws) {
    int[] all = IntStream.range(0, number.length).toArray();
    for (int k = 0; k + 1 < draws.length; k++) {
      int chosen = k + (int) (draws[k + 1] * (all.length - k));
      int column = all[chosen];
      all[chosen] = all[k];
      all[k] = column;
    }
    return Arrays.copyOf(all, draws.length - 1);
  }

  private static List<Integer> key(int row, int[] columns) {
    return IntStream.concat(IntStream.of(row), Arrays.stream(columns).sorted()).boxed().toList();
  }

  private static double median(double[] cells) {
    double[] observed = Arrays.stream(cells).filter(cell -> !Double.isNaN(cell)).toArray();
    return observed.length == 0 ? Double.NaN : Quantiles.median(observed);
  }
}
