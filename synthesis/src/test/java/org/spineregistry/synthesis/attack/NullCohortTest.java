package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.metric.Auc;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;

/**
 * Eight cohorts of 200 patients, each with five releases of 600 fresh rows of the same population
 * and every patient a non-member once. The release knows nobody, so no attack may do better on
 * members. One AUC of 160 against 40 has a standard deviation of 0.051 (Hanley and McNeil), the
 * mean of 40 has 0.008; the least certain difference of two rates, of 5,100 against 1,300 trials,
 * has 0.012. Three of these are allowed.
 */
class NullCohortTest {
  private static final int COHORTS = 8;
  private static final int PATIENTS = 200;
  private static final int FOLDS = 5;
  private static final Seed SEED = Seed.ofHex("2c".repeat(32));

  private static final Map<String, List<Double>> AUCS = new TreeMap<>();
  private static final Map<String, AttackCounts> COUNTS = new TreeMap<>();

  @BeforeAll
  static void attack() {
    for (int cohort = 0; cohort < COHORTS; cohort++) {
      Table patients = KnownGenerator.rows(PATIENTS, SEED.stream("cohort/" + cohort));
      ReferenceAttacks reference = ReferenceAttacks.on(patients, SEED.stream("tenths/" + cohort));
      double[] toOthers = new PlainGower(patients, patients).toOthers();
      for (int fold = 0; fold < FOLDS; fold++) {
        String label = cohort + "/" + fold;
        Table release = KnownGenerator.rows(600, SEED.stream("release/" + label));
        boolean[] member = new boolean[PATIENTS];
        for (int row = 0; row < PATIENTS; row++) {
          member[row] = row % FOLDS != fold;
        }
        replicate(patients, member, release, reference, toOthers, SEED.stream("attack/" + label));
      }
    }
  }

  private static void replicate(
      Table patients,
      boolean[] member,
      Table release,
      ReferenceAttacks reference,
      double[] toOthers,
      RandomStream stream) {
    PlainGower gower = new PlainGower(patients, release);
    double[] toRelease = gower.toRelease();
    List<AttackScores> attacks = new ArrayList<>(reference.scores(release));
    attacks.add(DistanceAttack.scores(toRelease));
    attacks.add(RatioAttack.scores(toOthers, toRelease));
    for (AttackScores attack : attacks) {
      AUCS.computeIfAbsent(attack.name(), name -> new ArrayList<>())
          .add(new Auc(attack.scores(), member).value());
    }
    count(SinglingOut.of(patients, member, release, stream));
    count(Linkability.of(gower, KnownGenerator.half(0), KnownGenerator.half(1)).counts(member));
    for (int secret : new int[] {7, 11}) {
      int[] nearest = gower.nearest(gower.allBut(secret));
      count(Inference.of(patients, release, secret, nearest).counts(member));
    }
  }

  private static void count(AttackCounts counts) {
    COUNTS.merge(counts.name(), counts, AttackCounts::plus);
  }

  @Test
  void noMembershipAttackBeatsAGuess() {
    assertThat(AUCS.keySet()).containsExactly("density ratio", "distance", "family", "ratio");
    AUCS.forEach(
        (name, aucs) -> {
          assertThat(aucs).hasSize(COHORTS * FOLDS);
          double mean = aucs.stream().mapToDouble(auc -> auc).average().orElseThrow();
          assertThat(mean).as(name).isCloseTo(0.5, within(0.024));
        });
  }

  @Test
  void noCriterionFindsMembersMoreOftenThanOthers() {
    assertThat(COUNTS.keySet())
        .containsExactly("level11", "linkability", "number7", "singling out");
    COUNTS.forEach(
        (name, counts) -> {
          double members = (double) counts.successes() / counts.trials();
          double others = (double) counts.controlSuccesses() / counts.controlTrials();
          assertThat(members).as(name).isCloseTo(others, within(0.036));
        });
  }

  /** Members drawn with replacement: everybody but the non-members stands in the release. */
  @Test
  void copiesAreCaughtByEveryAttack() {
    Table patients = KnownGenerator.rows(PATIENTS, SEED.stream("cohort/0"));
    boolean[] member = new boolean[PATIENTS];
    Arrays.fill(member, 0, 160, true);
    RandomStream draws = SEED.stream("copies");
    Table release =
        patients.select(
            IntStream.range(0, 2000).map(i -> (int) (draws.uniform(i, 0, 0) * 160)).toArray());
    double[] toRelease = new PlainGower(patients, release).toRelease();
    double[] toOthers = new PlainGower(patients, patients).toOthers();
    List<AttackScores> reference =
        ReferenceAttacks.on(patients, SEED.stream("tenths/0")).scores(release);

    assertThat(auc(DistanceAttack.scores(toRelease), member)).isEqualTo(1);
    assertThat(auc(RatioAttack.scores(toOthers, toRelease), member)).isEqualTo(1);
    assertThat(auc(reference.get(0), member)).isGreaterThan(0.7);
    assertThat(auc(reference.get(1), member)).isGreaterThan(0.7);
  }

  private static double auc(AttackScores attack, boolean[] member) {
    return new Auc(attack.scores(), member).value();
  }
}
