package org.spineregistry.synthesis.evaluation;

import java.util.Arrays;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.random.Permutation;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;

/**
 * The false-alarm trial: real patients in the place of synthetic ones. Nothing is wrong with them,
 * so that a gate which fails on them would refuse the best generator there can be.
 */
public final class FreshPatients {
  private FreshPatients() {}

  /**
   * Cuts a cohort into three at random: patients of the fit, patients kept aside, and patients in
   * the place of a release.
   *
   * @param seed of the split
   */
  public static EvaluationInput thirds(Table cohort, Contract contract, Seed seed) {
    int[] order = Permutation.of(cohort.rows(), seed.stream("thirds"), 0);
    int third = cohort.rows() / 3;
    return new EvaluationInput(
        part(cohort, order, 0, third),
        part(cohort, order, third, 2 * third),
        part(cohort, order, 2 * third, cohort.rows()),
        contract);
  }

  private static Table part(Table cohort, int[] order, int from, int to) {
    int[] rows = Arrays.copyOfRange(order, from, to);
    Arrays.sort(rows);
    return cohort.select(rows);
  }
}
