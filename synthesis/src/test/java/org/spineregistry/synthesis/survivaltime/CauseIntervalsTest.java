package org.spineregistry.synthesis.survivaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CauseIntervalsTest {
  private static final boolean[] EVENTS = {false, false, true};

  /**
   * Remission under 6-mercaptopurine, in weeks, with the Kaplan-Meier estimates of the textbooks
   * (Freireich et al. 1963; Kalbfleisch and Prentice 2002, table 1.1): 21 patients, relapse is 1.
   */
  @Example
  void survivalIsThatOfTheTextbook() {
    double[] weeks = {6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
    int[] ends = new int[weeks.length];
    Arrays.fill(ends, 0, 9, 1);
    double[] published = {0.8571, 0.8571, 0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};

    CauseIntervals relapse =
        CauseIntervals.of(new OrderedEnds(weeks, ends, new boolean[] {false, true}), 1);

    for (int i = 0; i < published.length; i++) {
      assertThat(relapse.after()[i]).isCloseTo(published[i], within(5e-5));
    }
    assertThat(relapse.before()[3]).isCloseTo(0.8571, within(5e-5));
    assertThat(relapse.beyond()).isCloseTo(0.4482, within(5e-5));
    assertThat(relapse.before()[9])
        .as("censored in week 6, after the relapses")
        .isCloseTo(0.8571, within(5e-5));
    assertThat(relapse.after()[9]).isZero();
    assertThat(relapse.before()[20]).isCloseTo(0.4482, within(5e-5));
  }

  /** Computed with NumPy: product over the days of deaths, censorings of that day still there. */
  @Example
  void survivalOfTheTrialAgreesWithAnIndependentComputation() {
    CauseIntervals death = CauseIntervals.of(new OrderedEnds(Pbc.times(), Pbc.ends(), EVENTS), 2);

    assertThat(after(death, 41)).isCloseTo(0.9952153110047847, within(1e-14));
    assertThat(after(death, 1786)).isCloseTo(0.7028651746315681, within(1e-14));
    assertThat(after(death, 3584)).isCloseTo(0.44216766787104334, within(1e-14));
    assertThat(death.beyond()).isCloseTo(0.3533956327329143, within(1e-14));
  }

  /** Each curve meets exactly the patients that are still there, ties or not. */
  @Property(tries = 300, seed = "2026")
  void curvesOfAllCausesMultiplyToTheShareStillObserved(@ForAll("cohorts") List<int[]> patients) {
    double[] times = times(patients);
    OrderedEnds ends = new OrderedEnds(times, causes(patients), EVENTS);

    for (double time : times) {
      double product = 1;
      for (int cause = 0; cause < EVENTS.length; cause++) {
        CauseIntervals intervals = CauseIntervals.of(ends, cause);
        double survival = 1;
        for (int row = 0; row < times.length; row++) {
          if (times[row] <= time && patients.get(row)[1] == cause) {
            survival = Math.min(survival, intervals.after()[row]);
          }
        }
        product *= survival;
      }
      double still = Arrays.stream(times).filter(t -> t > time).count();
      assertThat(product).isCloseTo(still / times.length, within(1e-12));
    }
  }

  /** Efron 1967: redistributing each censored patient along the curve gives the curve. */
  @Property(tries = 300, seed = "2026")
  void curvesAreSelfConsistentSoThatScoresHaveTheMeanZero(@ForAll("cohorts") List<int[]> patients) {
    OrderedEnds ends = new OrderedEnds(times(patients), causes(patients), EVENTS);
    for (int cause = 0; cause < EVENTS.length; cause++) {
      CauseIntervals intervals = CauseIntervals.of(ends, cause);

      double[] scores = IntervalScores.of(intervals.lower(), intervals.upper(), intervals).scores();

      assertThat(Arrays.stream(scores).sum()).isCloseTo(0, within(1e-9));
    }
  }

  @Property(tries = 100, seed = "2026")
  void intervalsAreStepsForTheCauseAndHalfLinesForTheOthers(
      @ForAll("cohorts") List<int[]> patients) {
    int[] causes = causes(patients);
    OrderedEnds ends = new OrderedEnds(times(patients), causes, EVENTS);
    for (int cause = 0; cause < EVENTS.length; cause++) {
      CauseIntervals intervals = CauseIntervals.of(ends, cause);
      double[] lower = intervals.lower();
      double[] upper = intervals.upper();
      for (int row = 0; row < lower.length; row++) {
        assertThat(lower[row]).isLessThan(upper[row]);
        if (causes[row] != cause) {
          assertThat(upper[row]).isInfinite();
        }
      }
    }
  }

  @Example
  void anUnknownEndSaysNothing() {
    double[] times = {1, 2, Double.NaN, 3};
    int[] causes = {0, 0, 0, -1};

    CauseIntervals intervals =
        CauseIntervals.of(new OrderedEnds(times, causes, new boolean[] {true}), 0);

    assertThat(intervals.before()[2]).isNaN();
    assertThat(intervals.upper()[3]).isNaN();
    assertThat(intervals.after()[0]).isEqualTo(0.5);
    assertThat(intervals.upper()[0]).isEqualTo(0);
  }

  private static double after(CauseIntervals intervals, double day) {
    double[] times = Pbc.times();
    int[] ends = Pbc.ends();
    for (int row = 0; row < times.length; row++) {
      if (times[row] == day && ends[row] == Pbc.DEATH) {
        return intervals.after()[row];
      }
    }
    return Double.NaN;
  }

  private static double[] times(List<int[]> patients) {
    return patients.stream().mapToDouble(patient -> patient[0]).toArray();
  }

  private static int[] causes(List<int[]> patients) {
    return patients.stream().mapToInt(patient -> patient[1]).toArray();
  }

  /** Times with many ties, three causes. */
  @Provide
  Arbitrary<List<int[]>> cohorts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 2))
        .as((time, cause) -> new int[] {time, cause})
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }
}
