package org.spineregistry.synthesis.report;

/**
 * Shares of a cohort that may be shown. A share is rounded to a grid coarser than one patient, so
 * that no count can be read off it, and is not shown at all when it speaks of a group of one to
 * four.
 */
public final class Shares {
  /** The smallest group of patients that may show. */
  public static final int SMALLEST_GROUP = 5;

  private static final int[] GRIDS = {1000, 500, 200, 100, 50, 20, 10, 5, 2};

  private Shares() {}

  /** Whether a group of that size among {@code of} patients may show: nobody, or at least five. */
  static boolean mayShow(int count, int of) {
    return isGroup(count) && isGroup(of - count);
  }

  /**
   * A share of the cohort on the finest of the grids that is coarser than one patient.
   *
   * @param count of patients
   * @param of how many, at least 1
   */
  static double ofCohort(int count, int of) {
    for (int grid : GRIDS) {
      if (grid <= of) {
        return rounded(count, of, grid);
      }
    }
    return rounded(count, of, 1);
  }

  /** A share of the release, which everybody may count himself, to a thousandth. */
  static double ofRelease(int count, int of) {
    return of == 0 ? 0 : rounded(count, of, GRIDS[0]);
  }

  private static double rounded(int count, int of, int grid) {
    return Math.rint((double) count / of * grid) / grid;
  }

  private static boolean isGroup(int count) {
    return count == 0 || count >= SMALLEST_GROUP;
  }
}
