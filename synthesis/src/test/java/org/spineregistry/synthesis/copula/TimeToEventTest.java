package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.spineregistry.synthesis.copula.TimesCohort.DEATH;
import static org.spineregistry.synthesis.copula.TimesCohort.SEED;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.condition.ConditionsException;
import org.spineregistry.synthesis.contract.DerivedColumns;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.survival.KaplanMeier;
import org.spineregistry.synthesis.survival.SurvivalTimes;
import org.spineregistry.synthesis.table.Table;

/** Times of a known distribution, see {@link TimesCohort}: a pair of columns as one variable. */
class TimeToEventTest {
  private static final int ROWS = 20_000;

  private static final Table COHORT = TimesCohort.all();
  private static final StepModel MODEL = TimesCohort.model(COHORT);
  private static final Table RELEASE = MODEL.sample(ROWS, "release").table();

  /** The evidence of a death that was not seen counts for what it says. */
  @Test
  void theCorrelationBehindTheCensoringIsFound() {
    double[][] correlation = MODEL.correlation();

    assertThat(MODEL.latents()).isEqualTo(4 + 1); // x, alive, dead, note, its indicator
    assertThat(correlation[0][2]).isCloseTo(-0.6, within(0.03));
    assertThat(correlation[0][1]).isCloseTo(0, within(0.001));
    assertThat(correlation[1][2]).isCloseTo(0, within(0.001));
  }

  @Test
  void theSurvivalCurveIsThatOfTheDistribution() {
    KaplanMeier curve = KaplanMeier.of(SurvivalTimes.of(RELEASE, DEATH));

    for (double month : new double[] {2, 5, 10, 15, 20, 30, 35}) {
      assertThat(curve.at(month)).isCloseTo(StrictMath.exp(-month / 20), within(0.03));
    }
  }

  /** Patients with x above 1 have the median that the truncated normal gives them. */
  @Test
  void theSurvivalOfASubgroupIsThatOfTheDistribution() {
    double[] x = RELEASE.numbers(0);
    Table high = RELEASE.select(IntStream.range(0, ROWS).filter(r -> x[r] >= 1).toArray());
    KaplanMeier curve = KaplanMeier.of(SurvivalTimes.of(high, DEATH));

    assertThat(curve.median()).isCloseTo(medianAbove(0.95), within(0.7));
  }

  @Test
  void noRowShowsTheLongestTime() {
    double longest = Arrays.stream(COHORT.numbers(1)).max().orElseThrow();

    assertThat(Arrays.stream(RELEASE.numbers(1))).doesNotContain(longest);
  }

  /** Three patients moved: too few to show, and a censoring like the others. */
  @Test
  void aRareStatusDoesNotShow() {
    assertThat(RELEASE.codes(2)).containsOnly(0, 1);
    assertThat(MODEL.parameters())
        .containsEntry("mergedLevels", Map.of("status", 1))
        .containsEntry("timeToEvent", List.of("months/status"));
  }

  @Test
  void timeAndStatusGoMissingTogether() {
    Table rows = TimesCohort.model(TimesCohort.without(0.2, 0.2)).sample(ROWS, "gaps").table();

    assertThat(rows.missing(1)).isEqualTo(rows.missing(2));
    assertThat(rows.missing(1) / (double) ROWS).isCloseTo(0.2, within(0.02));
    assertThat(IntStream.range(0, ROWS).filter(r -> rows.isMissing(r, 1) != rows.isMissing(r, 2)))
        .isEmpty();
  }

  /** Patients with one of the two keep it, and the curve comes from those with both. */
  @Test
  void oneOfTheTwoMayBeMissing() {
    Table rows = TimesCohort.model(TimesCohort.without(0.2, 0.05)).sample(ROWS, "gaps").table();
    KaplanMeier curve = KaplanMeier.of(SurvivalTimes.of(rows, DEATH));

    assertThat(rows.missing(1) / (double) ROWS).isCloseTo(0.2, within(0.02));
    assertThat(rows.missing(2) / (double) ROWS).isCloseTo(0.05, within(0.01));
    assertThat(curve.at(10)).isCloseTo(StrictMath.exp(-0.5), within(0.03));
  }

  @Test
  void aPairOfFewPatientsIsNotModelled() {
    StepModel model = TimesCohort.model(TimesCohort.without(0.999, 0.999));
    Table rows = model.sample(100, "none").table();

    assertThat(rows.missing(1) + rows.missing(2)).isEqualTo(200);
    assertThat(model.parameters()).containsEntry("notModelled", List.of("months", "status"));
  }

  @Test
  void allAtOneTimeIsNoProblem() {
    int patients = 60;
    double[] same = new double[patients];
    Arrays.fill(same, 24);
    double[] x = IntStream.range(0, patients).mapToDouble(i -> i).toArray();
    Table rows =
        TimesCohort.model(TimesCohort.table(x, same, new int[patients], x))
            .sample(50, "visit")
            .table();

    assertThat(rows.numbers(1)).containsOnly(24);
    assertThat(rows.codes(2)).containsOnly(0);
  }

  @Test
  void conditionsOnAPairAreMetByDrawingAgain() {
    Table dead =
        MODEL.sample(500, "dead", MODEL.conditions("status=dead,months<=6", Set.of())).table();
    Table arms = MODEL.balanced(41, "arms", "status", MODEL.conditions("x>=0", Set.of())).table();

    assertThat(dead.codes(2)).containsOnly(1);
    assertThat(Arrays.stream(dead.numbers(1)).max().orElseThrow()).isLessThanOrEqualTo(6);
    assertThat(Arrays.stream(arms.codes(2)).filter(code -> code == 0)).hasSize(21);
    assertThatThrownBy(() -> MODEL.sample(5, "moved", MODEL.conditions("status=moved", Set.of())))
        .isInstanceOf(ConditionsException.class)
        .hasMessageEndingWith("fewer than 5 patients");
  }

  @Test
  void aDerivedTimeIsRefused() {
    DerivedColumns derived =
        new DerivedColumns() {
          @Override
          public List<String> names() {
            return List.of("months");
          }

          @Override
          public Object compute(String name, Row row) {
            return null;
          }
        };
    StepCopula copula = new StepCopula(StepOptions.of(0, 3), TimesCohort.contract(derived), SEED);

    assertThatThrownBy(() -> copula.fit(COHORT))
        .isInstanceOf(FitException.class)
        .hasMessageStartingWith("months: ");
  }

  private static double medianAbove(double x) {
    double low = 0;
    double high = 60;
    while (high - low > 1e-6) {
      double middle = 0.5 * (low + high);
      double z = StandardNormal.quantile(-StrictMath.expm1(-middle / 20));
      double died = 0;
      int parts = 2_000;
      for (int i = 0; i < parts; i++) {
        double at = x + (i + 0.5) * 6 / parts;
        died += StandardNormal.density(at) * StandardNormal.cdf((z + 0.6 * at) / 0.8) * 6 / parts;
      }
      if (died / StandardNormal.upper(x) < 0.5) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
