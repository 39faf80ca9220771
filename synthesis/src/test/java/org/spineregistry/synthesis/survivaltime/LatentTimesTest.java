package org.spineregistry.synthesis.survivaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

class LatentTimesTest {
  private static final RandomStream RANDOM = Seed.ofHex("6b".repeat(32)).stream("times");
  private static final boolean[] EVENTS = {false, false, true};
  private static final int ROWS = 20_000;
  private static final int K = 5;

  private final LatentTimes latent = LatentTimes.of(Pbc.times(), Pbc.ends(), EVENTS, 0.0, null, K);

  /**
   * 20,000 rows from independent latents. The largest differences of the curves are 0.018, 0.015
   * and 0.029; without sampling error they would be 0.018, 0.024 and 0.030, for a block of five
   * ends is a straight line where the cohort has five steps.
   */
  @Test
  void independentCausesKeepTheKaplanMeierCurveOfEach() {
    double[] times = new double[ROWS];
    int[] ends = new int[ROWS];
    double[] latents = new double[3];
    for (int row = 0; row < ROWS; row++) {
      for (int cause = 0; cause < latents.length; cause++) {
        latents[cause] = RANDOM.normal(row, 0, cause);
      }
      End end = latent.decode(latents, 0, 0);
      times[row] = end.time();
      ends[row] = end.cause();
    }

    double[] bounds = {0.03, 0.03, 0.04};
    for (int cause = 0; cause < bounds.length; cause++) {
      double[] real = survivalByDay(Pbc.times(), Pbc.ends(), cause);
      double[] synthetic = survivalByDay(times, ends, cause);
      double largest = 0;
      for (int day = 0; day < real.length; day++) {
        largest = Math.max(largest, Math.abs(real[day] - synthetic[day]));
      }
      assertThat(largest).as("cause %s", cause).isLessThan(bounds[cause]);
      int which = cause;
      double share = Arrays.stream(ends).filter(end -> end == which).count() / (double) ROWS;
      double cohort = Arrays.stream(Pbc.ends()).filter(end -> end == which).count() / 418.0;
      assertThat(share).isCloseTo(cohort, within(0.015));
    }
  }

  /** Three knots a block: 5 transplantations a block, 161 deaths, 232 censorings. */
  @Test
  void everyBlockHoldsKEndsOrMore() {
    int[] ends = {232, 25, 161};
    for (int cause = 0; cause < ends.length; cause++) {
      double[] values = latent.causes().get(cause).table().values();

      assertThat(values.length).isEqualTo(3 * (ends[cause] / K));
      assertThat(values[values.length - 1]).isNotEqualTo(4795);
    }
  }

  /** One relapse long after the others: it would carry 9/10 of the mass of its curve. */
  @Test
  void theLastPatientDoesNotShow() {
    double[] times = new double[50];
    int[] ends = new int[50];
    for (int i = 0; i < 10; i++) {
      times[i] = i < 9 ? 1 + i : 100;
      ends[i] = 1;
    }
    Arrays.fill(times, 10, 50, 50);
    LatentTimes few = LatentTimes.of(times, ends, new boolean[] {false, true}, 0.0, null, K);

    CauseTimes relapse = few.causes().get(1);

    assertThat(relapse.end()).isCloseTo(9 / 50.0, within(1e-12));
    assertThat(relapse.table().quantile(1)).isLessThan(12);
    assertThat(few.causes().get(0).table().quantile(1)).isEqualTo(50);
    assertThat(few.decode(new double[] {3, 3}, 0, 0)).isEqualTo(new End(50, 0));
  }

  @Test
  void whatRemainsOfTheMassIsNeverReached() {
    CauseTimes death = latent.causes().get(Pbc.DEATH);

    assertThat(death.end()).isCloseTo(1 - 0.3533956327329143, within(1e-12));
    assertThat(death.time(0.3)).isBetween(3000.0, 4500.0);
    assertThat(death.time(0.4)).isInfinite();
    assertThat(latent.causes().get(0).end()).isEqualTo(1);
    assertThat(latent.causes().get(0).time(8.3)).isBetween(4000.0, 5200.0);
  }

  @Test
  void theEarliestLatentTimeEndsTheObservation() {
    End all = latent.decode(new double[] {9, 0, 0, 9}, 1, 1);
    End never = latent.decode(new double[] {8, 8, 8}, 0, 0);
    End death = latent.decode(new double[] {1, 1, -1}, 0, 0);

    assertThat(all.cause()).isZero();
    assertThat(never.cause()).isZero();
    assertThat(never.time()).isFinite();
    assertThat(death.cause()).isEqualTo(Pbc.DEATH);
    assertThat(death.time()).isEqualTo(Math.rint(latent.causes().get(2).time(-1)));
  }

  /**
   * All patients are seen at 24 months: an atom of censoring, and events of that visit go first.
   */
  @Test
  void anEventOfTheLastVisitComesBeforeItsCensoring() {
    double[] months = new double[40];
    int[] ends = new int[40];
    for (int i = 0; i < months.length; i++) {
      months[i] = i < 20 ? 24 : i < 30 ? 12 : 24;
      ends[i] = i < 20 ? 0 : 1;
    }
    LatentTimes visits = LatentTimes.of(months, ends, new boolean[] {false, true}, 0.0, 24.0, K);

    assertThat(visits.decode(new double[] {1, -0.1}, 0, 0)).isEqualTo(new End(24, 1));
    assertThat(visits.decode(new double[] {1, -1}, 0, 0)).isEqualTo(new End(12, 1));
    assertThat(visits.decode(new double[] {-1, 1}, 0, 0)).isEqualTo(new End(24, 0));
  }

  @Test
  void aCauseOfFewerThanKPatientsIsRefused() {
    double[] times = {1, 2, 3, 4, 5, 6};
    int[] ends = {0, 0, 0, 0, 0, 1};

    assertThatThrownBy(
            () -> LatentTimes.of(times, ends, new boolean[] {false, true}, null, null, K))
        .hasMessageContaining("fewer than 5");
  }

  /**
   * Survival after each day to the last, censorings of a day still at risk: written out plainly.
   */
  private static double[] survivalByDay(double[] times, int[] ends, int cause) {
    double[] survival = new double[4800];
    double current = 1;
    int[] atRisk = new int[survival.length + 1];
    int[] ended = new int[survival.length];
    for (int i = 0; i < times.length; i++) {
      int day = (int) Math.min(times[i], survival.length - 1);
      atRisk[day]++;
      ended[day] += ends[i] == cause ? 1 : 0;
    }
    for (int day = survival.length - 1; day >= 0; day--) {
      atRisk[day] += atRisk[day + 1];
    }
    for (int day = 0; day < survival.length; day++) {
      current *= atRisk[day] == 0 ? 1 : 1 - (double) ended[day] / atRisk[day];
      survival[day] = current;
    }
    return survival;
  }
}
