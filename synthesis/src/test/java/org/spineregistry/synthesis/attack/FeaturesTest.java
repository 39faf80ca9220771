package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

class FeaturesTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);
  private static final double NINE_TENTHS = 1.2815515655446004; // normal quantile of 0.9
  private static final double NONE = Double.NaN;

  @Test
  void aNumberHasTheNormalScoreOfItsMidRank() {
    NormalScores scores = NormalScores.of(new double[] {2, NONE, 9, 2, 1, 2});

    assertThat(scores.of(1)).isCloseTo(-NINE_TENTHS, TOLERANCE);
    assertThat(scores.of(1.5)).isCloseTo(-0.8416212335729142, TOLERANCE); // quantile of 0.2
    assertThat(scores.of(2)).isCloseTo(0, TOLERANCE);
    assertThat(scores.of(9)).isCloseTo(NINE_TENTHS, TOLERANCE);
    assertThat(scores.of(NONE)).isZero();
  }

  @Test
  void negativeZeroIsZero() {
    NormalScores scores = NormalScores.of(new double[] {-1, -0.0, 0.0, 1});

    assertThat(scores.of(-0.0)).isCloseTo(0, TOLERANCE);
    assertThat(scores.of(0.0)).isCloseTo(0, TOLERANCE);
  }

  @Test
  void numbersOutsideTheCohortScoreLikeItsEnds() {
    NormalScores scores = NormalScores.of(new double[] {1, 2, 3, 4, 5});

    assertThat(scores.of(-100)).isCloseTo(-NINE_TENTHS, TOLERANCE);
    assertThat(scores.of(100)).isCloseTo(NINE_TENTHS, TOLERANCE);
  }

  @Test
  void aColumnWithoutValuesSaysNothing() {
    assertThat(NormalScores.of(new double[] {NONE, NONE}).of(3)).isZero();
  }

  /** Shares .2, .5, .3; the scores were computed with SciPy. */
  @Test
  void aCategoryHasTheStandardisedScoreOfItsStep() {
    Column grade = Column.category("grade", List.of("a", "b", "c", "d")).inOrder();
    Table cohort = codes(grade, 0, 0, 1, 1, 1, 1, 1, 3, 3, 3);

    double[] features = Features.of(cohort).encode(codes(grade, 0, 1, 3, 2, -1)).values();

    assertThat(features)
        .containsExactly(
            new double[] {-1.5611023138773075, -0.15106989214190564, 1.2925180294880478, 0, 0},
            TOLERANCE);
  }

  @Test
  void aConstantColumnSaysNothing() {
    Column only = Column.category("only", List.of("a", "b"));

    assertThat(Features.of(codes(only, 1, 1, 1)).encode(codes(only, 0, 1)).values())
        .containsOnly(0);
  }

  @Test
  void columnsMissingTogetherShareOneFlag() {
    Table cohort =
        Table.of(
            List.of(Column.number("a", 0), Column.number("b", 0), Column.number("c", 0)),
            List.of(
                ColumnValues.numbers(new double[] {1, NONE, 3}),
                ColumnValues.numbers(new double[] {4, NONE, 4}),
                ColumnValues.numbers(new double[] {NONE, 5, 5})));

    EncodedRows rows = Features.of(cohort).encode(cohort);

    assertThat(rows.dimensions()).isEqualTo(5);
    assertThat(Arrays.copyOfRange(rows.values(), 3, 5)).containsExactly(0, 1);
    assertThat(Arrays.copyOfRange(rows.values(), 8, 10)).containsExactly(1, 0);
    assertThat(Arrays.copyOfRange(rows.values(), 13, 15)).containsExactly(0, 0);
  }

  @Test
  void levelsOfAnotherFileAreFoundByName() {
    Column open = Column.category("open", List.of());
    Table cohort = open(open, List.of("x", "y"), 0, 0, 1, 1);
    Features features = Features.of(cohort);

    double[] own = features.encode(cohort).values();
    double[] other = features.encode(open(open, List.of("w", "y", "x"), 0, 1, 2)).values();

    assertThat(other).containsExactly(0, own[2], own[0]);
  }

  @Test
  void nominalLevelsStandInTheOrderOfTheirOutcomes() {
    Column kind = Column.category("kind", List.of("low", "high", "tie", "also", "unknown"));
    Column outcome = Column.number("outcome", 0).with(ColumnRole.PRIMARY_OUTCOME);
    Table cohort =
        Table.of(
            List.of(
                kind,
                outcome,
                Column.bool("flag"),
                Column.category("ordered", kind.levels()).inOrder()),
            List.of(
                ColumnValues.codes(new int[] {1, 0, 2, 3, 1, 0, 4, -1}, kind.levels()),
                ColumnValues.numbers(new double[] {9, 1, 5, 5, 8, 2, NONE, 5}),
                ColumnValues.codes(new int[] {1, 0, 1, 0, 1, 0, 1, 0}, List.of("false", "true")),
                ColumnValues.codes(new int[] {1, 0, 2, 3, 1, 0, 4, -1}, kind.levels())));
    LevelOrder order = new LevelOrder(cohort);

    assertThat(order.of(0)).containsExactly(0, 3, 2, 4, 1);
    assertThat(order.of(2)).containsExactly(0, 1);
    assertThat(order.of(3)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void anOrderedOutcomeOrdersToo() {
    Column kind = Column.category("kind", List.of("a", "b"));
    Column outcome =
        Column.category("outcome", List.of("better", "worse")).with(ColumnRole.PRIMARY_OUTCOME);
    List<ColumnValues> values =
        List.of(
            ColumnValues.codes(new int[] {0, 0, 1, 1}, kind.levels()),
            ColumnValues.codes(new int[] {1, -1, 0, 0}, outcome.levels()));

    assertThat(new LevelOrder(Table.of(List.of(kind, outcome.inOrder()), values)).of(0))
        .containsExactly(1, 0);
    // an outcome without an order cannot order: by name
    assertThat(new LevelOrder(Table.of(List.of(kind, outcome), values)).of(0))
        .containsExactly(0, 1);
  }

  private static Table codes(Column column, int... codes) {
    return open(column, column.levels(), codes);
  }

  private static Table open(Column column, List<String> levels, int... codes) {
    return Table.of(List.of(column), List.of(ColumnValues.codes(codes, levels)));
  }
}
