package org.spineregistry.synthesis.attack;

/**
 * How often an attack succeeded on members, and on non-members as its control (Giomi et al. 2023,
 * PoPETs: what works on strangers as well is knowledge of the population, not of patients).
 *
 * @param name of the attack
 * @param successes on members
 * @param trials on members
 * @param controlSuccesses on non-members
 * @param controlTrials on non-members
 */
public record AttackCounts(
    String name, int successes, int trials, int controlSuccesses, int controlTrials) {

  /** Counts of two replicates together. */
  public AttackCounts plus(AttackCounts other) {
    return new AttackCounts(
        name,
        successes + other.successes,
        trials + other.trials,
        controlSuccesses + other.controlSuccesses,
        controlTrials + other.controlTrials);
  }
}
