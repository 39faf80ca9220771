package org.spineregistry.synthesis.survivaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.step.PairEvidence;
import org.spineregistry.synthesis.step.ScoredColumn;
import org.spineregistry.synthesis.step.Steps;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class IntervalScoresTest {
  private static final double TOLERANCE = 1e-9;
  private static final RandomStream RANDOM = Seed.ofHex("6a".repeat(32)).stream("scores");

  /** Without censoring a time is a column of steps like any other. */
  @ParameterizedTest
  @ValueSource(strings = {"apgar5", "birthweightG"})
  void oneCauseAloneHasTheScoresOfSteps(String column) {
    JsonNode expected =
        Vectors.cases("latent-correlation.json")
            .filter(vector -> vector.get("columns").get(1).asText().equals(column))
            .findFirst()
            .orElseThrow()
            .get("expected");
    double[] times = OptData.numbers(column);
    int[] ends = new int[times.length];

    ScoredColumn scored =
        LatentTimes.of(times, ends, new boolean[] {true}, null, null, 5).causes().get(0).scored();

    assertThat(scored.resolution())
        .isCloseTo(expected.get("a").get(1).asDouble(), within(TOLERANCE));
    double[] hermite = Vectors.doubles(expected.get("hermite1to6").get(1));
    assertThat(Arrays.copyOf(scored.hermite(), hermite.length))
        .containsExactly(hermite, within(TOLERANCE));
  }

  /**
   * A latent time correlated by 0.6 with a number, censored at independent times: the corrected
   * correlation is 0.6 again, though the correlation of the scores is well below.
   */
  @Test
  void aCensoredTimeGivesBackTheLatentCorrelation() {
    int n = 6000;
    double[] times = new double[n];
    int[] ends = new int[n];
    double[] number = new double[n];
    for (int i = 0; i < n; i++) {
      double latent = RANDOM.normal(i, 0, 0);
      number[i] = 0.6 * latent + 0.8 * RANDOM.normal(i, 0, 1);
      double censored = RANDOM.normal(i, 0, 2) - 0.3;
      times[i] = StrictMath.exp(Math.min(latent, censored));
      ends[i] = latent <= censored ? 1 : 0;
    }
    LatentTimes latent = LatentTimes.of(times, ends, new boolean[] {false, true}, null, null, 5);
    ScoredColumn event = latent.causes().get(1).scored();
    ScoredColumn censoring = latent.causes().get(0).scored();
    ScoredColumn covariate = continuous(number);

    PairEvidence evidence = PairEvidence.of(event, covariate);

    // standard error about 0.015: 6,000 rows, half of them censored
    assertThat(evidence.latent(event, covariate)).isCloseTo(0.6, within(0.04));
    assertThat(evidence.correlation()).isLessThan(0.55);
    assertThat(PairEvidence.of(censoring, covariate).latent(censoring, covariate))
        .isCloseTo(0, within(0.06));
  }

  private static ScoredColumn continuous(double[] values) {
    List<Integer> order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .toList();
    int[] step = new int[values.length];
    for (int rank = 0; rank < step.length; rank++) {
      step[order.get(rank)] = rank;
    }
    int[] counts = new int[values.length];
    Arrays.fill(counts, 1);
    return ScoredColumn.of(Steps.of(counts), step);
  }
}
