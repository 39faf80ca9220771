package org.spineregistry.synthesis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.random.Seed;

/** Four patients, worked by hand. */
class EvidenceTest {
  private static final double NONE = Double.NaN;

  private static final Replicate FIRST = new Replicate(1, 1, new int[] {0, 1}, new int[] {2, 3});
  private static final Replicate SECOND = new Replicate(2, 1, new int[] {2, 3}, new int[] {0, 1});
  private static final Replicate OTHER_REPEAT =
      new Replicate(3, 2, new int[] {0, 2}, new int[] {1, 3});

  /** First: members nearer than every stranger, AUC 1. Second: one of four pairs won, two tied. */
  @Test
  void membershipAucIsTheMeanOverReplicates() {
    MembershipAttack attack =
        new MembershipAttack(
            List.of(
                evidence(FIRST, new double[] {1, 2, 3, 4}, null),
                evidence(SECOND, new double[] {2, 2, 2, 1}, null)));

    assertThat(attack.auc()).isCloseTo((1.0 + 0.75) / 2, within(1e-15));
  }

  @Test
  void bootstrapIntervalOfAPerfectAttackHasNoWidth() {
    MembershipAttack attack =
        new MembershipAttack(List.of(evidence(FIRST, new double[] {1, 1, 9, 9}, null)));
    PatientBootstrap bootstrap =
        new PatientBootstrap(Seed.ofHex("01".repeat(32)).stream("bootstrap/MIA"), 4, 200);

    assertThat(attack.interval(bootstrap).lower()).isEqualTo(1);
    assertThat(attack.interval(bootstrap).upper()).isEqualTo(1);
  }

  /** Predictions of strangers only: 2, 3 from the first replicate, 0, 1 from the second. */
  @Test
  void predictionsArePooledOverTheFoldsOfARepeat() {
    double[] outcomes = {1, 2, 3, 4};
    PooledPredictions pooled =
        new PooledPredictions(
            outcomes,
            List.of(
                evidence(FIRST, null, new double[] {99, 99, 30, 40}),
                evidence(SECOND, null, new double[] {10, 20, 99, 99})),
            ReplicateEvidence::fromSynthetic);

    assertThat(pooled.r()).isCloseTo(1, within(1e-15));
  }

  @Test
  void repeatsAreAveraged() {
    double[] outcomes = {1, 2, 3, 4};
    PooledPredictions pooled =
        new PooledPredictions(
            outcomes,
            List.of(
                evidence(FIRST, null, new double[] {NONE, NONE, 3, 4}),
                evidence(OTHER_REPEAT, null, new double[] {NONE, 4, NONE, 2})),
            ReplicateEvidence::fromSynthetic);

    assertThat(pooled.r()).isCloseTo(0, within(1e-15));
  }

  @Test
  void aPatientWithoutAnOutcomeDoesNotCount() {
    double[] outcomes = {1, 2, NONE, 4};
    PooledPredictions pooled =
        new PooledPredictions(
            outcomes,
            List.of(
                evidence(FIRST, null, new double[] {NONE, NONE, -100, 4}),
                evidence(SECOND, null, new double[] {1, 2, NONE, NONE})),
            ReplicateEvidence::fromSynthetic);

    assertThat(pooled.r()).isCloseTo(1, within(1e-15));
  }

  @Test
  void withoutPredictionsThereIsNoCorrelationAndNoInterval() {
    PooledPredictions pooled =
        new PooledPredictions(
            new double[] {1, 2, 3, 4},
            List.of(evidence(FIRST, null, new double[] {NONE, NONE, NONE, NONE})),
            ReplicateEvidence::fromSynthetic);
    PatientBootstrap bootstrap =
        new PatientBootstrap(Seed.ofHex("01".repeat(32)).stream("bootstrap/TSTR"), 4, 50);

    assertThat(pooled.r()).isNaN();
    assertThat(pooled.interval(bootstrap)).isNull();
  }

  private static ReplicateEvidence evidence(
      Replicate replicate, double[] distances, double[] predictions) {
    return new ReplicateEvidence(replicate, distances, predictions, predictions);
  }
}
