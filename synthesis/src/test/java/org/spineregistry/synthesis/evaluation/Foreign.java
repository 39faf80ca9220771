package org.spineregistry.synthesis.evaluation;

import java.util.Map;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Permutation;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.rigorous.Tier;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptContract;
import org.spineregistry.synthesis.testing.OptData;

/** Two thirds of the real cohort as patients of a fit, one third kept aside, and faithful rows. */
final class Foreign {
  static final Seed SEED = Seed.ofHex("0a".repeat(32));
  static final Table COHORT = OptData.cohort();
  static final Contract CONTRACT = OptContract.of(COHORT);
  static final Table TRAINING = part(0, 549);
  static final Table HOLDOUT = part(549, COHORT.rows());
  static final Table FAITHFUL =
      new StepCopula(StepOptions.of(5, 5), CONTRACT, SEED)
          .fit(TRAINING)
          .sample(3_000, "release/test")
          .table();

  private Foreign() {}

  static EvaluationResult evaluate(Table synthetic, int threads) {
    return evaluate(
        new EvaluationInput(TRAINING, HOLDOUT, synthetic, CONTRACT),
        new EvaluationSettings(Tier.CONTROLLED, true, false, Map.of()),
        threads);
  }

  static EvaluationResult evaluate(
      EvaluationInput input, EvaluationSettings settings, int threads) {
    try (Workers workers = new Workers(threads, () -> false)) {
      return Evaluation.of(input, settings, SEED, workers, percent -> {});
    }
  }

  private static Table part(int from, int to) {
    int[] order = Permutation.of(COHORT.rows(), SEED.stream("parts"), 0);
    return COHORT.select(IntStream.range(from, to).map(i -> order[i]).sorted().toArray());
  }
}
