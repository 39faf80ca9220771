package org.spineregistry.synthesis.attack;

/**
 * On whom of the cohort an attack succeeded. It does not depend on who was a member.
 *
 * @param name of the attack, or of the secret that it guesses
 * @param tried which patients it was tried on
 * @param hit on which of them it succeeded
 */
public record PatientHits(String name, boolean[] tried, boolean[] hit) {
  /**
   * Successes on members and on non-members.
   *
   * @param member which patients were members
   */
  public AttackCounts counts(boolean[] member) {
    int[] trials = new int[2];
    int[] successes = new int[2];
    for (int patient = 0; patient < hit.length; patient++) {
      int side = member[patient] ? 0 : 1;
      trials[side] += tried[patient] ? 1 : 0;
      successes[side] += tried[patient] && hit[patient] ? 1 : 0;
    }
    return new AttackCounts(name, successes[0], trials[0], successes[1], trials[1]);
  }

  /**
   * Hit rate on members less hit rate on non-members.
   *
   * @param member which patients were members
   * @param weights how often each patient counts, as in a bootstrap
   * @return NaN when nobody of one side was tried
   */
  public double advantage(boolean[] member, int[] weights) {
    long[] trials = new long[2];
    long[] successes = new long[2];
    for (int patient = 0; patient < hit.length; patient++) {
      if (tried[patient]) {
        int side = member[patient] ? 0 : 1;
        trials[side] += weights[patient];
        successes[side] += hit[patient] ? weights[patient] : 0;
      }
    }
    return trials[0] == 0 || trials[1] == 0
        ? Double.NaN
        : (double) successes[0] / trials[0] - (double) successes[1] / trials[1];
  }
}
