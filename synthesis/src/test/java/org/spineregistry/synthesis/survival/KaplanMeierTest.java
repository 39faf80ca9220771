package org.spineregistry.synthesis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.synthesis.testing.PbcData;

/**
 * Miller's leukemia tables as every textbook prints them; the Mayo cohort by SciPy's empirical
 * distribution of censored data and Greenwood's sum in a separate program.
 */
class KaplanMeierTest {
  private static final Offset<Double> PRINTED = within(0.0005);
  private static final Offset<Double> ROUNDED = within(0.00005);

  @Test
  void maintainedPatientsSurviveAsPrinted() {
    KaplanMeier curve = KaplanMeier.of(Leukemia.maintained());

    assertThat(curve.times()).containsExactly(9, 13, 18, 23, 31, 34, 48);
    assertThat(curve.atRisk()).containsExactly(11, 10, 8, 7, 5, 4, 2);
    assertThat(curve.events()).containsOnly(1);
    double[] survival = {0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184};
    double[] errors = {0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535};
    for (int k = 0; k < survival.length; k++) {
      assertThat(curve.survival()[k]).isCloseTo(survival[k], PRINTED);
      assertThat(Math.sqrt(curve.variance()[k])).isCloseTo(errors[k], ROUNDED);
    }
    assertThat(curve.median()).isEqualTo(31);
    assertThat(curve.last()).isEqualTo(161);
  }

  @Test
  void otherPatientsSurviveAsPrinted() {
    KaplanMeier curve = KaplanMeier.of(Leukemia.others());

    assertThat(curve.times()).containsExactly(5, 8, 12, 23, 27, 30, 33, 43, 45);
    assertThat(curve.atRisk()).containsExactly(12, 10, 8, 6, 5, 4, 3, 2, 1);
    double[] survival = {0.8333, 0.6667, 0.5833, 0.4861, 0.3889, 0.2917, 0.1944, 0.0972};
    double[] errors = {0.1076, 0.1361, 0.1423, 0.1481, 0.1470, 0.1387, 0.1219, 0.0919};
    for (int k = 0; k < survival.length; k++) {
      assertThat(curve.survival()[k]).isCloseTo(survival[k], ROUNDED);
      assertThat(Math.sqrt(curve.variance()[k])).isCloseTo(errors[k], ROUNDED);
    }
    assertThat(curve.survival()[8]).isZero();
    assertThat(curve.variance()[8]).isNaN();
    assertThat(curve.median()).isEqualTo(23);
  }

  @ParameterizedTest
  @CsvSource({
    "365, 0.928229665071771, 0.0126244383979045",
    "1000, 0.816540095483744, 0.0190299974311844",
    "2000, 0.691992212572091, 0.0241029594352514",
    "3000, 0.568874019350249, 0.0303194338417021",
    "4000, 0.399673632257462, 0.0425896743010352",
    "4191, 0.353395632732914, 0.0487649556940522"
  })
  void mayoPatientsSurviveAsComputed(double time, double survival, double error) {
    KaplanMeier curve = mayo();

    assertThat(curve.times()).hasSize(156);
    assertThat(curve.at(time)).isCloseTo(survival, within(1e-12));
    int last = curve.times().length - 1;
    while (curve.times()[last] > time) {
      last--;
    }
    assertThat(Math.sqrt(curve.variance()[last])).isCloseTo(error, within(1e-12));
  }

  /** The documented median of the cohort; the area by a separate program. */
  @Test
  void medianAndRestrictedMeanOfMayoPatients() {
    assertThat(mayo().median()).isEqualTo(3395);
    assertThat(mayo().restrictedMean(3650)).isCloseTo(2615.30283877, within(1e-7));
    assertThat(mayo().restrictedMeanError(3650)).isCloseTo(66.2157474208, within(1e-8));
  }

  /** Two of four die at 2 and nobody until 5: half survive everything between. */
  @Test
  void aFlatHalfHasItsMedianInTheMiddle() {
    SurvivalTimes times = times(new double[] {1, 2, 5, 6}, true, true, true, true);

    assertThat(KaplanMeier.of(times).median()).isEqualTo(3.5);
    assertThat(KaplanMeier.of(times).restrictedMean(6)).isEqualTo(3.5);
  }

  @Test
  void whoSurvivesToTheEndHasNoMedian() {
    KaplanMeier curve = KaplanMeier.of(times(new double[] {1, 2, 3}, true, false, false));

    assertThat(curve.median()).isNaN();
    assertThat(curve.at(0)).isEqualTo(1);
    assertThat(curve.at(100)).isCloseTo(2 / 3.0, within(1e-15));
  }

  /** Beyond 4 the first function is unknown, so the fall of the second at 9 does not count. */
  @Test
  void functionsAreComparedWhereBothAreKnown() {
    KaplanMeier shorter =
        KaplanMeier.of(times(new double[] {1, 4, 4, 4}, true, false, false, false));
    KaplanMeier longer = KaplanMeier.of(times(new double[] {9, 9, 9, 9}, true, true, true, true));
    KaplanMeier extinct = KaplanMeier.of(times(new double[] {1, 1}, true, true));

    assertThat(shorter.largestDifference(longer)).isEqualTo(0.25);
    assertThat(longer.largestDifference(shorter)).isEqualTo(0.25);
    assertThat(extinct.largestDifference(longer)).isEqualTo(1);
  }

  @Test
  void withoutRowsEverybodySurvives() {
    KaplanMeier empty = KaplanMeier.of(times(new double[0]));

    assertThat(empty.at(7)).isEqualTo(1);
    assertThat(empty.median()).isNaN();
    assertThat(empty.largestDifference(mayo())).isZero();
  }

  private static KaplanMeier mayo() {
    return KaplanMeier.of(SurvivalTimes.of(PbcData.cohort(), PbcData.DEATH));
  }

  private static SurvivalTimes times(double[] times, boolean... events) {
    return new SurvivalTimes(new int[times.length], times, events);
  }
}
