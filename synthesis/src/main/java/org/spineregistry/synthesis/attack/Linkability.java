package org.spineregistry.synthesis.attack;

import java.util.Arrays;

/**
 * Linkability (Article 29 Working Party, Opinion 05/2014): two people know different halves of a
 * patient's record. If both halves lead to one release row, the release joins them.
 */
public final class Linkability {
  /** Name of the attack in results. */
  public static final String NAME = "linkability";

  /** The attack looks among so many release rows, the first ones. */
  public static final int RELEASE_ROWS = 2000;

  /** How many release rows each half leads to. */
  public static final int NEAREST = 5;

  private Linkability() {}

  /**
   * Tries every patient.
   *
   * @param nearest among the first {@link #RELEASE_ROWS} release rows
   * @param before positions of the columns known to the one
   * @param after positions of the columns known to the other
   */
  public static PatientHits of(NearestRows nearest, int[] before, int[] after) {
    int[][] byOne = nearest.kNearest(before, NEAREST);
    int[][] byOther = nearest.kNearest(after, NEAREST);
    boolean[] hit = new boolean[byOne.length];
    boolean[] tried = new boolean[byOne.length];
    Arrays.fill(tried, true);
    for (int patient = 0; patient < hit.length; patient++) {
      hit[patient] = share(byOne[patient], byOther[patient]);
    }
    return new PatientHits(NAME, tried, hit);
  }

  private static boolean share(int[] rows, int[] others) {
    for (int row : rows) {
      for (int other : others) {
        if (row == other) {
          return true;
        }
      }
    }
    return false;
  }
}
