package org.spineregistry.synthesis.attack;

/**
 * What one membership attack says of every patient.
 *
 * @param name of the attack
 * @param scores one for each patient of the cohort, finite; higher means more likely a member of
 *     the fit
 */
public record AttackScores(String name, double[] scores) {}
