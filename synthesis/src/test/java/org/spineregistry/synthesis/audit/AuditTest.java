package org.spineregistry.synthesis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;
import org.spineregistry.synthesis.testing.OptData;

class AuditTest {
  private static final Seed SEED = Seed.ofHex("19".repeat(32));
  private static final Table COHORT = OptData.cohort();

  /** Measured elsewhere on the same cohort: r = .751 [.714, .792] trained on real patients. */
  @Test
  void realPatientsPredictTheOutcomeAsWellAsPublished() {
    List<ReplicateEvidence> evidence = audit(COHORT, (members, label) -> members);
    double[] outcomes = COHORT.numbers(COHORT.indexOf("bleedingPctVisit5"));

    PooledPredictions real = new PooledPredictions(outcomes, evidence, ReplicateEvidence::fromReal);
    Interval interval = real.interval(bootstrap("TRTR"));

    assertThat(real.r()).isCloseTo(0.751, within(0.01));
    assertThat(interval.lower()).isCloseTo(0.714, within(0.015));
    assertThat(interval.upper()).isCloseTo(0.792, within(0.015));
  }

  /** A generator that hands out its patients: the attack finds every member. */
  @Test
  void copiesAreFoundAndPredictLikePatients() {
    List<ReplicateEvidence> evidence = audit(COHORT, (members, label) -> members);
    double[] outcomes = COHORT.numbers(COHORT.indexOf("bleedingPctVisit5"));

    MembershipAttack attack = new MembershipAttack(evidence);

    assertThat(attack.auc()).isGreaterThan(0.999);
    assertThat(attack.interval(bootstrap("MIA")).lower()).isGreaterThan(0.99);
    double synthetic =
        new PooledPredictions(outcomes, evidence, ReplicateEvidence::fromSynthetic).r();
    double real = new PooledPredictions(outcomes, evidence, ReplicateEvidence::fromReal).r();
    assertThat(synthetic).isEqualTo(real);
  }

  /** A release that does not depend on the members tells nothing about them. */
  @Test
  void aReleaseOfOtherPatientsLeavesTheAttackGuessing() {
    Table others = COHORT.select(IntStream.range(0, 400).toArray());
    Table patients = COHORT.select(IntStream.range(400, 823).toArray());
    List<ReplicateEvidence> evidence =
        Replicate.plan(OptData.sites().subList(400, 823), 2, 5, SEED).stream()
            .map(replicate -> new Audit(patients, (members, label) -> others).run(replicate))
            .toList();

    MembershipAttack attack = new MembershipAttack(evidence);

    assertThat(attack.auc()).isCloseTo(0.5, within(0.03));
    Interval interval =
        attack.interval(new PatientBootstrap(SEED.stream("bootstrap/MIA"), 423, 300));
    assertThat(interval.lower()).isLessThan(0.5);
    assertThat(interval.upper()).isGreaterThan(0.5);
  }

  @Test
  void theGeneratorSeesMembersOnlyAndItsOwnLabel() {
    Replicate replicate = Replicate.plan(OptData.sites(), 1, 5, SEED).get(2);

    new Audit(
            COHORT,
            (members, label) -> {
              assertThat(label).isEqualTo("audit/3");
              assertThat(members.numbers(1))
                  .containsExactly(COHORT.select(replicate.members()).numbers(1));
              return members;
            })
        .run(replicate);
  }

  @Test
  void withoutAnOutcomeThereIsNoPrediction() {
    Table plain = OptData.table(List.of("hispanic", "education"));
    Replicate replicate = Replicate.plan(OptData.sites(), 1, 5, SEED).get(0);

    ReplicateEvidence evidence = new Audit(plain, (members, label) -> members).run(replicate);

    assertThat(PredictionTask.of(plain)).isEmpty();
    assertThat(evidence.fromSynthetic()).containsOnly(Double.NaN);
  }

  @Test
  void anOutcomeOfThreeLevelsOrWithoutAPredictorGivesNoTask() {
    Column grade =
        Column.category("grade", List.of("a", "b", "c")).with(ColumnRole.PRIMARY_OUTCOME);
    Column score = Column.number("score", 0).with(ColumnRole.PRIMARY_OUTCOME);
    Column age = Column.number("age", 0).with(ColumnRole.PREDICTOR);

    assertThat(PredictionTask.of(new TableBuilder(List.of(grade, age)).build())).isEmpty();
    assertThat(PredictionTask.of(new TableBuilder(List.of(score)).build())).isEmpty();
    assertThat(
            PredictionTask.of(
                new TableBuilder(List.of(score.with(ColumnRole.PREDICTOR), age)).build()))
        .contains(new PredictionTask(0, List.of(1)));
  }

  /** The flag is likely above a threshold: log-odds rise with the predictor, AUC is counted. */
  @Test
  void anOutcomeOfTwoLevelsIsPredictedByItsLogOdds() {
    Column flag = Column.bool("flag").with(ColumnRole.PRIMARY_OUTCOME);
    Column age = Column.number("age", 0).with(ColumnRole.PREDICTOR);
    TableBuilder rows = new TableBuilder(List.of(flag, age));
    Random random = new Random(5);
    for (int row = 0; row < 200; row++) {
      rows.add(List.of(random.nextInt(200) < row ? "true" : "false", row));
    }
    Table table = rows.build();
    PredictionTask task = PredictionTask.of(table).orElseThrow();

    double[] predicted = task.predict(table, table);

    assertThat(predicted).isSorted();
    double[] truth = task.outcomes(table);
    ReplicateEvidence evidence =
        new ReplicateEvidence(
            new Replicate(1, 1, new int[0], IntStream.range(0, 200).toArray()),
            new double[0],
            predicted,
            predicted);
    double won = 0;
    double pairs = 0;
    for (int i = 0; i < 200; i++) {
      for (int j = 0; j < 200; j++) {
        if (truth[i] == 1 && truth[j] == 0) {
          pairs++;
          won += predicted[i] > predicted[j] ? 1 : 0;
        }
      }
    }
    assertThat(
            PooledPredictions.of(task, table, List.of(evidence), ReplicateEvidence::fromSynthetic)
                .r())
        .isCloseTo(won / pairs, within(1e-12));
  }

  @Test
  void trainingRowsWithoutAnOutcomeGiveNoPrediction() {
    Table none = COHORT.select(new int[] {1});

    double[] predictions = PredictionTask.of(COHORT).orElseThrow().predict(none, COHORT);

    assertThat(predictions).hasSize(823).containsOnly(Double.NaN);
  }

  private static List<ReplicateEvidence> audit(Table cohort, Generator generator) {
    Audit audit = new Audit(cohort, generator);
    return Replicate.plan(OptData.sites(), 2, 5, SEED).stream().map(audit::run).toList();
  }

  private static PatientBootstrap bootstrap(String gate) {
    return new PatientBootstrap(SEED.stream("bootstrap/" + gate), 823, 300);
  }
}
