package org.spineregistry.synthesis.attack;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.table.Table;

/**
 * Gower distances by their definition: mean over columns of |x - y| / range capped at 1 for
 * numbers, 0 or 1 for levels, 1 for one missing cell, 0 for two.
 */
final class PlainGower implements NearestRows {
  private final double[][] patients;
  private final double[][] release;
  private final double[] ranges;

  PlainGower(Table cohort, Table release) {
    this.patients = AlignedCells.of(cohort, cohort);
    this.release = AlignedCells.of(release, cohort);
    this.ranges = new double[patients.length];
    for (int c = 0; c < ranges.length; c++) {
      if (cohort.columns().get(c).isNumber()) {
        double[] sorted =
            Arrays.stream(patients[c]).filter(v -> !Double.isNaN(v)).sorted().toArray();
        ranges[c] = sorted.length == 0 ? 0 : sorted[sorted.length - 1] - sorted[0];
      }
    }
  }

  int[] all() {
    return IntStream.range(0, ranges.length).toArray();
  }

  int[] allBut(int column) {
    return IntStream.range(0, ranges.length).filter(c -> c != column).toArray();
  }

  @Override
  public int[][] kNearest(int[] columns, int k) {
    return IntStream.range(0, patients[0].length)
        .mapToObj(patient -> nearest(patient, columns, k))
        .toArray(int[][]::new);
  }

  /** The nearest release row of each patient. */
  int[] nearest(int[] columns) {
    return IntStream.range(0, patients[0].length)
        .map(patient -> nearest(patient, columns, 1)[0])
        .toArray();
  }

  /** Distance of each patient to the nearest release row by all columns. */
  double[] toRelease() {
    int[] columns = all();
    return IntStream.range(0, patients[0].length)
        .mapToDouble(p -> smallest(release, p, -1, columns))
        .toArray();
  }

  /** Distance of each patient to the nearest other patient by all columns. */
  double[] toOthers() {
    int[] columns = all();
    return IntStream.range(0, patients[0].length)
        .mapToDouble(p -> smallest(patients, p, p, columns))
        .toArray();
  }

  private double smallest(double[][] rows, int patient, int skipped, int[] columns) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int row = 0; row < rows[0].length; row++) {
      if (row != skipped) {
        smallest = Math.min(smallest, distance(rows, patient, row, columns));
      }
    }
    return smallest;
  }

  private int[] nearest(int patient, int[] columns, int k) {
    int[] rows = new int[k];
    double[] distances = new double[k];
    int found = 0;
    for (int row = 0; row < release[0].length; row++) {
      double distance = distance(release, patient, row, columns);
      int place = found;
      for (; place > 0 && distances[place - 1] > distance; place--) {
        if (place < k) {
          distances[place] = distances[place - 1];
          rows[place] = rows[place - 1];
        }
      }
      if (place < k) {
        distances[place] = distance;
        rows[place] = row;
        found = Math.min(found + 1, k);
      }
    }
    return Arrays.copyOf(rows, found);
  }

  private double distance(double[][] rows, int patient, int row, int[] columns) {
    double sum = 0;
    for (int c : columns) {
      double x = patients[c][patient];
      double y = rows[c][row];
      if (Double.isNaN(x) || Double.isNaN(y)) {
        sum += Double.isNaN(x) && Double.isNaN(y) ? 0 : 1;
      } else if (ranges[c] > 0) {
        sum += Math.min(1, Math.abs(x - y) / ranges[c]);
      } else {
        sum += x == y ? 0 : 1;
      }
    }
    return sum / columns.length;
  }
}
