package org.spineregistry.synthesis.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.metric.Auc;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.special.LogisticFunction;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

class DetectionTest {
  private static final Seed SEED = Seed.ofHex("59".repeat(32));
  private static final RandomStream STREAM = SEED.stream("detection");
  private static final int RESAMPLES = 200;

  /**
   * Two clinics told from the others by columns of all kinds with gaps; numbers by a separate
   * program in NumPy that tries every value as a threshold on the raw columns, without bins.
   */
  @Test
  void crossValidatedScoresAgreeWithAnExactSearch() {
    Table table =
        OptData.table(
            List.of(
                "ageYears",
                "qualifyingTeeth",
                "education",
                "tobaccoUse",
                "alcoholUse",
                "publicAssistance",
                "previousPregnancy",
                "previousPregnancies",
                "livingChildren",
                "group",
                "hypertension",
                "birthOutcome",
                "apgar1",
                "diabetes"));
    List<String> sites = OptData.sites();
    boolean[] positive = new boolean[table.rows()];
    int[] folds = new int[table.rows()];
    for (int row = 0; row < folds.length; row++) {
      folds[row] = row % 5;
      positive[row] = List.of("NY", "MN").contains(sites.get(row));
    }

    double[] scores =
        Detection.scores(BinnedRows.of(table, table.select(new int[0])), folds, positive);

    double loss = 0;
    for (int row = 0; row < scores.length; row++) {
      loss += LogisticFunction.logOnePlusExp(positive[row] ? -scores[row] : scores[row]);
    }
    assertThat(new Auc(scores, positive).value()).isCloseTo(0.756383670093, within(1e-9));
    assertThat(loss / scores.length).isCloseTo(0.596692842797, within(1e-9));
  }

  /** No rule can tell two normal populations 1 SD apart better than Phi(1/sqrt 2) = 0.760. */
  @Test
  void aShiftIsFoundNearlyAsWellAsPossible() {
    Detection found = Detection.of(normal(1000, 0, 0), normal(1000, 1, 1), STREAM, RESAMPLES);

    double best = StandardNormal.cdf(Math.sqrt(0.5));
    assertThat(found.auc()).isBetween(best - 0.04, best + 0.02);
    assertThat(found.interval().lower()).isLessThan(found.auc());
    assertThat(found.interval().upper()).isGreaterThan(found.auc());
    assertThat(found.rows()).isEqualTo(1000);
  }

  @Test
  void onePopulationCannotBeTold() {
    Detection found = Detection.of(normal(1000, 0, 0), normal(3000, 2, 0), STREAM, RESAMPLES);

    assertThat(found.interval().lower()).isLessThan(0.5);
    assertThat(found.interval().upper()).isGreaterThan(0.5);
  }

  /** Only the gaps differ. */
  @Test
  void scatteredGapsGiveAReleaseAway() {
    Detection found = Detection.of(gaps(500, true), gaps(500, false), STREAM, RESAMPLES);

    assertThat(found.auc()).isGreaterThan(0.6);
  }

  @Test
  void copiesSpeakForTheWrongSide() {
    Table cohort = OptData.cohort();

    assertThat(Detection.of(cohort, cohort, STREAM, RESAMPLES).auc()).isLessThan(0.3);
  }

  @Test
  void aSmallReleaseIsComparedWithAsManyPatients() {
    Detection found = Detection.of(normal(400, 0, 0), normal(60, 1, 5), STREAM, RESAMPLES);

    assertThat(found.rows()).isEqualTo(60);
    assertThat(found.auc()).isGreaterThan(0.95);
  }

  @Test
  void fewerThanFiveRowsAreRefused() {
    assertThatThrownBy(() -> Detection.of(normal(400, 0, 0), normal(4, 1, 5), STREAM, RESAMPLES))
        .hasMessageContaining("five or more rows");
  }

  /** Four normal columns, the first one shifted. */
  private static Table normal(int rows, int attempt, double shift) {
    List<Column> columns = IntStream.range(0, 4).mapToObj(c -> Column.number("x" + c, 6)).toList();
    return Table.of(
        columns,
        IntStream.range(0, 4)
            .mapToObj(
                c ->
                    ColumnValues.numbers(
                        IntStream.range(0, rows)
                            .mapToDouble(
                                row ->
                                    SEED.stream("data").normal(row, attempt, c)
                                        + (c == 0 ? shift : 0))
                            .toArray()))
            .toList());
  }

  /** Two columns that miss a third of their values, in the same rows or independently. */
  private static Table gaps(int rows, boolean together) {
    Table full = normal(rows, together ? 3 : 4, 0);
    double[] first = full.numbers(0);
    double[] second = full.numbers(1);
    for (int row = 0; row < rows; row++) {
      int other = together ? 0 : 1;
      first[row] = SEED.stream("gaps").uniform(row, 0, 0) < 0.33 ? Double.NaN : first[row];
      second[row] = SEED.stream("gaps").uniform(row, 0, other) < 0.33 ? Double.NaN : second[row];
    }
    return Table.of(
        full.columns().subList(0, 2),
        List.of(ColumnValues.numbers(first), ColumnValues.numbers(second)));
  }
}
