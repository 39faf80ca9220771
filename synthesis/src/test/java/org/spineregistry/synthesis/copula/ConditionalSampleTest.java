package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.spineregistry.synthesis.copula.NormalCohort.RHO;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.condition.ConditionsException;
import org.spineregistry.synthesis.model.SampledRows;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/**
 * Rows of a known distribution under conditions: 6,000 patients, 20,000 rows. Conditional moments
 * are those of the normal distribution; tolerances hold the error of the patients' correlations,
 * 0.01, and of their means, 0.013.
 */
class ConditionalSampleTest {
  private static final StepModel MODEL = NormalCohort.model();
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double S = Math.sqrt(1 - RHO * RHO);
  private static final int ROWS = 20_000;

  /** Given x = 1, y is normal with mean rho and variance 1 - rho^2. */
  @Test
  void aFixedNumberGivesTheConditionalNormal() {
    Table rows = sample("x=1.0").table();

    assertThat(rows.numbers(0)).containsOnly(1.0);
    assertThat(mean(rows, 1)).isCloseTo(RHO, within(0.03));
    assertThat(deviation(rows, 1)).isCloseTo(S, within(0.03));
    // above 0 where 0.7 x + noise is: the shares of the arms at x = 1
    double noise = Math.sqrt(0.51);
    assertThat(share(rows, 2, 0))
        .isCloseTo(NORMAL.cumulativeProbability(-0.7 / noise), within(0.02));
    assertThat(share(rows, 2, 2))
        .isCloseTo(NORMAL.survivalProbability((0.8416212 - 0.7) / noise), within(0.02));
  }

  /** x from 0.9 is its latent above 0.85: mean rho m, m the inverse Mills ratio. */
  @Test
  void aRangeGivesTheTruncatedNormal() {
    Table rows = sample("x>=0.9").table();

    double mills = NORMAL.density(0.85) / NORMAL.survivalProbability(0.85);
    double variance = 1 - RHO * RHO * mills * (mills - 0.85);
    assertThat(Arrays.stream(rows.numbers(0)).min().orElseThrow()).isEqualTo(0.9);
    assertThat(mean(rows, 0)).isCloseTo(mills, within(0.03));
    assertThat(mean(rows, 1)).isCloseTo(RHO * mills, within(0.03));
    assertThat(deviation(rows, 1)).isCloseTo(Math.sqrt(variance), within(0.03));
  }

  /**
   * E(x | x &gt; h, y &gt; h) = (1 + rho) phi(h) Q((h - rho h) / s) / P(x &gt; h, y &gt; h)
   * (Rosenbaum 1961, JRSS B 23:405).
   */
  @Test
  void twoRangesGiveTheTruncatedBivariateNormal() {
    Table rows = sample("x>=0.6,y>=0.6").table();

    double h = 0.55;
    double both = 0;
    int parts = 4000;
    for (int i = 0; i < parts; i++) {
      double x = h + (i + 0.5) * 8 / parts;
      both += NORMAL.density(x) * NORMAL.survivalProbability((h - RHO * x) / S) * 8 / parts;
    }
    double expected =
        (1 + RHO) * NORMAL.density(h) * NORMAL.survivalProbability((h - RHO * h) / S) / both;
    assertThat(mean(rows, 0)).isCloseTo(expected, within(0.03));
    assertThat(mean(rows, 1)).isCloseTo(expected, within(0.03));
  }

  /** Half of the patients have no dose: one latent for all of them would give an SD of 0.71. */
  @Test
  void aCommonNumberIsDrawnInsideItsStepRowByRow() {
    Table rows = sample("dose=0").table();

    double mills = NORMAL.density(0.05) / NORMAL.cumulativeProbability(0.05);
    assertThat(rows.numbers(6)).containsOnly(0);
    assertThat(mean(rows, 0)).isCloseTo(-0.7 * mills, within(0.03));
    assertThat(deviation(rows, 0))
        .isCloseTo(Math.sqrt(1 - 0.49 * mills * (mills + 0.05)), within(0.03));
  }

  /** The highest arm is its latent above 0.84, which has the correlation 0.7 with x. */
  @Test
  void aLevelIsDrawnInsideItsStepRowByRow() {
    Table rows = sample("arm=high").table();

    double mills = NORMAL.density(0.8416212) / 0.2;
    double variance = 1 - 0.49 * mills * (mills - 0.8416212);
    assertThat(share(rows, 2, 2)).isEqualTo(1);
    assertThat(mean(rows, 0)).isCloseTo(0.7 * mills, within(0.04));
    assertThat(deviation(rows, 0)).isCloseTo(Math.sqrt(variance), within(0.03));
    assertThat(mean(rows, 1)).isCloseTo(0.7 * RHO * mills, within(0.05));
  }

  /** The outer arms in their shares; rows of the one between are drawn again and counted. */
  @Test
  void levelsThatAreNoNeighboursAreDrawnAgain() {
    SampledRows sampled = sample("arm!=middle");

    assertThat(share(sampled.table(), 2, 1)).isZero();
    assertThat(share(sampled.table(), 2, 0)).isCloseTo(0.5 / 0.7, within(0.02));
    assertThat(sampled.acceptance().rates().get("CONDITION")).isCloseTo(0.7, within(0.02));
  }

  /** Even where most draws are turned away: that says nothing against the model. */
  @Test
  void halfOfTheDrawsIsNoBoundForConditions() {
    SampledRows sampled = sample("arm!=middle,x>=0.3,x<=0.7");

    assertThat(sampled.acceptance().rates().get("CONDITION")).isBetween(0.3, 0.7);
    assertThat(sampled.table().rows()).isEqualTo(ROWS);
  }

  /** Who has no visit has no score: the indicator and the visit hold the score present. */
  @Test
  void aFixedValueIsPresent() {
    SampledRows score = sample("score>=0.5");
    SampledRows mood = sample("mood<=0.5,score>=-1");

    assertThat(Arrays.stream(score.table().numbers(4)).min().orElseThrow()).isEqualTo(0.5);
    assertThat(score.table().codes(3)).containsOnly(1);
    assertThat(score.acceptance().rates().get("ALL")).isGreaterThan(0.99);
    assertThat(mood.table().missing(4) + mood.table().missing(5)).isZero();
    assertThat(mood.acceptance().rates().get("ALL")).isGreaterThan(0.99);
    // x where the mood is known: 0.6 of the latent that is below 0.67 there
    double known = -NORMAL.density(0.6744898) / 0.75;
    assertThat(mean(sample("mood>=-9").table(), 0)).isCloseTo(0.6 * known, within(0.03));
  }

  @Test
  void rowsAreTheSameInEveryThreadAndNumber() {
    String text = "x>=0.3,arm!=low,mood<=1";
    List<Callable<byte[]>> tasks =
        IntStream.range(0, 6).<Callable<byte[]>>mapToObj(i -> () -> bytes(400, text)).toList();
    try (Workers workers = new Workers(3, () -> false)) {
      for (byte[] bytes : workers.all(tasks, done -> {})) {
        assertThat(bytes).isEqualTo(bytes(400, text));
      }
    }
    assertThat(new String(bytes(400, text), StandardCharsets.UTF_8))
        .startsWith(new String(bytes(30, text), StandardCharsets.UTF_8));
    assertThat(bytes(30, "mood<1.1, arm!=low,x>0.2")).isEqualTo(bytes(30, text));
    assertThat(bytes(30, "x>=0.3")).isNotEqualTo(bytes(30, text));
  }

  @Test
  void withoutConditionsRowsAreThoseOfAFreeSample() {
    byte[] free = CsvWriter.write(MODEL.sample(50, "rows").table());

    assertThat(bytes(50, "")).isEqualTo(free);
  }

  @Test
  void fewerThanKPatientsAreRefused() {
    assertThatThrownBy(() -> sample("x>=3.4,y<=0"))
        .isInstanceOf(ConditionsException.class)
        .hasMessage("the conditions 'x>=3.4,y<=0' select fewer than 5 patients");
  }

  private static SampledRows sample(String conditions) {
    return MODEL.sample(ROWS, "rows", MODEL.conditions(conditions, Set.of()));
  }

  private static byte[] bytes(int rows, String text) {
    return CsvWriter.write(MODEL.sample(rows, "rows", MODEL.conditions(text, Set.of())).table());
  }

  private static double mean(Table rows, int column) {
    return Arrays.stream(rows.numbers(column)).average().orElseThrow();
  }

  private static double deviation(Table rows, int column) {
    double mean = mean(rows, column);
    double squares = Arrays.stream(rows.numbers(column)).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / rows.rows());
  }

  private static double share(Table rows, int column, int code) {
    return Arrays.stream(rows.codes(column)).filter(c -> c == code).count() / (double) rows.rows();
  }
}
