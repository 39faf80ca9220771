package org.spineregistry.synthesis.attack;

/**
 * Who lies nearer to the release than to the other patients is taken for a member: the score is ln
 * d(x, other patients) - ln d(x, release). Unlike the plain distance it does not call every
 * commonplace patient a member.
 */
public final class RatioAttack {
  /** Name of the attack in results. */
  public static final String NAME = "ratio";

  /** Keeps the logarithm finite for twins and copies. */
  private static final double OFFSET = 1e-9;

  private RatioAttack() {}

  /**
   * Scores all patients.
   *
   * @param toOthers distance of each patient to the nearest other patient of the cohort
   * @param toRelease distance of each patient to the nearest release row
   */
  public static AttackScores scores(double[] toOthers, double[] toRelease) {
    double[] scores = new double[toRelease.length];
    for (int patient = 0; patient < scores.length; patient++) {
      scores[patient] =
          StrictMath.log(toOthers[patient] + OFFSET) - StrictMath.log(toRelease[patient] + OFFSET);
    }
    return new AttackScores(NAME, scores);
  }
}
