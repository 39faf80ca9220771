package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** The pass over sorted scores gives what counting all pairs gives. */
class AucPropertyTest {
  @Property(tries = 300, seed = "2026")
  void aucCountsPairs(@ForAll @Size(min = 2, max = 40) int[] draws) {
    double[] scores = Arrays.stream(draws).mapToDouble(v -> Math.floorMod(v, 7)).toArray();
    boolean[] positive = new boolean[draws.length];
    int[] weights = new int[draws.length];
    for (int i = 0; i < draws.length; i++) {
      positive[i] = Math.floorMod(draws[i] / 7, 2) == 0;
      weights[i] = Math.floorMod(draws[i] / 14, 4);
    }
    double pairs = 0;
    double won = 0;
    for (int i = 0; i < draws.length; i++) {
      for (int j = 0; j < draws.length; j++) {
        if (positive[i] && !positive[j]) {
          double weight = (double) weights[i] * weights[j];
          pairs += weight;
          won += weight * (scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0);
        }
      }
    }
    Assume.that(pairs > 0);

    assertThat(new Auc(scores, positive).value(weights)).isCloseTo(won / pairs, within(1e-12));
  }

  @Property(tries = 100, seed = "2026")
  void reversedScoresGiveTheComplement(@ForAll @Size(min = 4, max = 30) int[] draws) {
    double[] scores = Arrays.stream(draws).mapToDouble(v -> Math.floorMod(v, 5)).toArray();
    double[] reversed = Arrays.stream(scores).map(v -> -v).toArray();
    boolean[] positive = new boolean[draws.length];
    positive[0] = true;

    double auc = new Auc(scores, positive).value();

    assertThat(new Auc(reversed, positive).value()).isCloseTo(1 - auc, within(1e-12));
  }

  @Property(tries = 300, seed = "2026")
  void truePositivesAreThoseOfTheBestAllowedThreshold(
      @ForAll @Size(min = 2, max = 40) int[] draws, @ForAll @DoubleRange(max = 1) double allowed) {
    double[] scores = Arrays.stream(draws).mapToDouble(v -> Math.floorMod(v, 9)).toArray();
    boolean[] positive = new boolean[draws.length];
    int[] weights = new int[draws.length];
    for (int i = 0; i < draws.length; i++) {
      positive[i] = Math.floorMod(draws[i] / 9, 2) == 0;
      weights[i] = Math.floorMod(draws[i] / 18, 4);
    }
    double positives = weightAbove(scores, positive, weights, true, -1);
    double negatives = weightAbove(scores, positive, weights, false, -1);
    Assume.that(positives > 0 && negatives > 0);
    double best = 0;
    for (double threshold : scores) {
      if (weightAbove(scores, positive, weights, false, threshold) <= allowed * negatives) {
        best = Math.max(best, weightAbove(scores, positive, weights, true, threshold));
      }
    }

    assertThat(new Auc(scores, positive).truePositives(allowed, weights))
        .isCloseTo(best / positives, within(1e-12));
  }

  private static double weightAbove(
      double[] scores, boolean[] positive, int[] weights, boolean side, double threshold) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += positive[i] == side && scores[i] >= threshold ? weights[i] : 0;
    }
    return sum;
  }
}
