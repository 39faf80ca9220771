package org.spineregistry.synthesis.attack;

/** Who lies near the release is taken for a member: the score is -d(x, release). */
public final class DistanceAttack {
  /** Name of the attack in results. */
  public static final String NAME = "distance";

  private DistanceAttack() {}

  /**
   * Scores all patients.
   *
   * @param toRelease distance of each patient to the nearest release row
   */
  public static AttackScores scores(double[] toRelease) {
    double[] scores = new double[toRelease.length];
    for (int patient = 0; patient < scores.length; patient++) {
      scores[patient] = -toRelease[patient];
    }
    return new AttackScores(NAME, scores);
  }
}
