package org.spineregistry.synthesis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.testing.PbcData;

class LogRankTest {
  /** As printed for Miller's leukemia data: 7 observed, 10.69 expected, chi-square 3.4. */
  @Test
  void maintenanceAgreesWithTheTextbook() {
    LogRank test = LogRank.of(Leukemia.maintained(), Leukemia.others());
    LogRank reverse = LogRank.of(Leukemia.others(), Leukemia.maintained());

    assertThat(test.observed()).isEqualTo(7);
    assertThat(test.expected()).isCloseTo(10.69, within(0.005));
    assertThat(test.statistic()).isCloseTo(3.4, within(0.05));
    assertThat(reverse.expected()).isCloseTo(7.31, within(0.005));
    assertThat(reverse.statistic()).isCloseTo(test.statistic(), within(1e-12));
  }

  /** scipy.stats.logrank gives the root of the statistic as 0.318912956784. */
  @Test
  void treatmentOfMayoPatientsMadeNoDifference() {
    double[] arms = PbcData.numbers("trt");
    LogRank test = LogRank.of(arm(arms, 1), arm(arms, 2));

    assertThat(test.observed()).isEqualTo(65);
    assertThat(test.expected()).isCloseTo(63.21888482514442, within(1e-10));
    assertThat(test.variance()).isCloseTo(31.19174554899717, within(1e-10));
    assertThat(test.statistic()).isCloseTo(0.1017054740048963, within(1e-12));
  }

  @Test
  void withoutEventsNothingCanBeSaid() {
    SurvivalTimes censored =
        new SurvivalTimes(new int[2], new double[] {1, 2}, new boolean[] {false, false});

    assertThat(LogRank.of(censored, censored).statistic()).isNaN();
  }

  private static SurvivalTimes arm(double[] arms, double arm) {
    int[] rows = IntStream.range(0, arms.length).filter(row -> arms[row] == arm).toArray();
    return SurvivalTimes.of(PbcData.cohort().select(rows), PbcData.DEATH);
  }
}
