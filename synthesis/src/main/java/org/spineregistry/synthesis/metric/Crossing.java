package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * The nearest neighbours between patients and the rows of a release, both ways, in one pass over
 * all pairs.
 *
 * @param toRow Gower distance of each patient to the nearest row
 * @param without for each column left out the row nearest to each patient on all other columns, the
 *     lowest of ties
 * @param toMember distance of each row to the nearest patient of the fit; infinite without any
 * @param toOther distance of each row to the nearest patient kept aside; infinite without any
 */
public record Crossing(double[] toRow, int[][] without, double[] toMember, double[] toOther) {

  /**
   * Measures all pairs.
   *
   * @param patients encoded like the rows
   * @param member which patients were members of the fit
   * @param leftOut dimensions to leave out, one at a time
   */
  public static Crossing of(
      EncodedRows patients, boolean[] member, EncodedRows rows, int[] leftOut) {
    Crossing found =
        new Crossing(
            infinite(patients.rows()),
            new int[leftOut.length][patients.rows()],
            infinite(rows.rows()),
            infinite(rows.rows()));
    double[][] withoutSums = new double[leftOut.length][];
    Arrays.setAll(withoutSums, e -> infinite(patients.rows()));
    CappedScreen screen = new CappedScreen(patients, 0, patients.rows(), rows);
    for (int start = 0; start < rows.rows(); start += screen.size()) {
      int length = screen.load(start);
      int[] memberLimits = screen.limits();
      int[] otherLimits = screen.limits();
      for (int patient = 0; patient < patients.rows(); patient++) {
        screen.measure(patient);
        Block block = new Block(screen, patients, patient, rows, start, length);
        block.nearestRow(found.toRow);
        block.nearestPatient(
            member[patient] ? found.toMember : found.toOther,
            member[patient] ? memberLimits : otherLimits);
        for (int e = 0; e < leftOut.length; e++) {
          block.nearestWithout(leftOut[e], withoutSums[e], found.without[e]);
        }
      }
    }
    divide(found.toRow, patients.dimensions());
    divide(found.toMember, patients.dimensions());
    divide(found.toOther, patients.dimensions());
    return found;
  }

  private static double[] infinite(int length) {
    double[] values = new double[length];
    Arrays.fill(values, Double.POSITIVE_INFINITY);
    return values;
  }

  private static void divide(double[] sums, int dimensions) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= dimensions;
    }
  }

  /** One patient before one block of rows. */
  private record Block(
      CappedScreen screen,
      EncodedRows patients,
      int patient,
      EncodedRows rows,
      int start,
      int length) {
    void nearestRow(double[] nearest) {
      for (int t = screen.next(0, nearest[patient]);
          t < length;
          t = screen.next(t + 1, nearest[patient])) {
        nearest[patient] = Math.min(nearest[patient], sum(t));
      }
    }

    void nearestPatient(double[] nearest, int[] limits) {
      for (int t = screen.next(0, limits); t < length; t = screen.next(t + 1, limits)) {
        nearest[start + t] = Math.min(nearest[start + t], sum(t));
        limits[t] = screen.limit(nearest[start + t]);
      }
    }

    void nearestWithout(int dimension, double[] nearest, int[] found) {
      screen.leaveOut(dimension);
      for (int t = screen.next(0, nearest[patient]);
          t < length;
          t = screen.next(t + 1, nearest[patient])) {
        double sum = sum(t) - Distance.CAPPED.part(difference(t, dimension));
        if (sum < nearest[patient]) {
          nearest[patient] = sum;
          found[patient] = start + t;
        }
      }
    }

    private double sum(int t) {
      return Distance.CAPPED.sum(patients, patient, rows, start + t);
    }

    private double difference(int t, int dimension) {
      int width = patients.dimensions();
      return rows.values()[(start + t) * width + dimension]
          - patients.values()[patient * width + dimension];
    }
  }
}
