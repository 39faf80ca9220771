package org.spineregistry.synthesis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConcordanceTest {
  /**
   * A published check of the survival package's concordance: of the maintained leukemia patients
   * with these scores 14 pairs agree, 24 disagree and 2 have equal scores, higher scores meaning
   * higher risk.
   */
  @Test
  void pairsOfLeukemiaPatientsAreCountedAsPublished() {
    double[] scores = {1, 6, 2, 7, 3, 7, 3, 8, 4, 4, 5};

    double c = new Concordance(Leukemia.maintained(), scores).value();

    assertThat(c).isCloseTo((14 + 0.5 * 2) / 40, within(1e-15));
  }

  /** Two groups only, by a separate program: 210 pairs. */
  @Test
  void equalRisksCountHalf() {
    double[] risks = Arrays.stream(Leukemia.isOther()).mapToDouble(row -> row[0]).toArray();

    assertThat(new Concordance(Leukemia.all(), risks).value())
        .isCloseTo(0.6190476190476191, within(1e-15));
  }

  @Test
  void twoEventsAtOneTimeAreNoPairButACensoringIsLonger() {
    double[] risks = {2, 1, 3};
    SurvivalTimes events = times(new double[] {5, 5, 5}, true, true, true);
    SurvivalTimes censored = times(new double[] {5, 5, 5}, true, true, false);

    assertThat(new Concordance(events, risks).value()).isNaN();
    assertThat(new Concordance(censored, risks).value()).isZero();
  }

  /** The definition, pair by pair. */
  @Property(tries = 200, seed = "2026")
  void countsEveryPairThatTheDefinitionNames(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 11) Integer> draws,
      @ForAll @IntRange(min = 1, max = 7) int salt) {
    int n = draws.size();
    double[] times = new double[n];
    boolean[] events = new boolean[n];
    double[] risks = new double[n];
    int[] weights = new int[n];
    for (int i = 0; i < n; i++) {
      times[i] = draws.get(i) % 5;
      events[i] = draws.get(i) % 3 > 0;
      risks[i] = (draws.get(i) * salt + i) % 4;
      weights[i] = (i + salt) % 3;
    }
    double agreeing = 0;
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean longer = times[j] > times[i] || (times[j] == times[i] && !events[j]);
        if (events[i] && longer) {
          double weight = weights[i] * weights[j];
          pairs += weight;
          agreeing += weight * (risks[i] > risks[j] ? 1 : risks[i] == risks[j] ? 0.5 : 0);
        }
      }
    }

    double c = new Concordance(times(times, events), risks).value(weights);

    if (pairs > 0) {
      assertThat(c).isCloseTo(agreeing / pairs, within(1e-12));
    } else {
      assertThat(c).isNaN();
    }
  }

  private static SurvivalTimes times(double[] times, boolean... events) {
    return new SurvivalTimes(IntStream.range(0, times.length).toArray(), times, events);
  }
}
