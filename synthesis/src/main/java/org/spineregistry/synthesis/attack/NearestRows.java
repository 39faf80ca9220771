package org.spineregistry.synthesis.attack;

/** Finds the release rows that are most like each patient of a cohort. */
@FunctionalInterface
public interface NearestRows {
  /**
   * The nearest release rows by some of the columns.
   *
   * @param columns positions of the columns that count
   * @param k how many rows
   * @return for each patient the nearest rows, nearest first, of ties the lowest row first; fewer
   *     than k when the release is smaller
   */
  int[][] kNearest(int[] columns, int k);
}
