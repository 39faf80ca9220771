package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.testing.Vectors;

class DistanceRatioTest {
  @Test
  void conventionsAAndEAgreeWithTheVectors() {
    JsonNode vector = Vectors.cases("gower.json", "kind", "ratios").get(0);
    GowerDistances gower = new GowerDistances(Vectors.texts(vector.get("columns")));
    int[] synthetic = range(vector.get("syntheticRows"));
    double[][] real = gower.nearestTwo(synthetic, range(vector.get("trainRows")));
    double[][] others = gower.nearestTwo(synthetic, synthetic);

    check(DistanceRatio.of(real[0], real[1]), vector.get("expected").get("A"));
    check(DistanceRatio.of(real[0], others[0]), vector.get("expected").get("E"));
  }

  @Test
  void zeroOverZeroIsOneAndOverZeroIsInfinite() {
    DistanceRatio ratio = DistanceRatio.of(new double[] {0, 2, 1}, new double[] {0, 0, 2});

    assertThat(ratio.shareAbove1()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(ratio.median()).isEqualTo(1);
  }

  private static void check(DistanceRatio ratio, JsonNode expected) {
    assertThat(ratio.shareAbove1())
        .isCloseTo(expected.get("shareAbove1").asDouble(), within(1e-12));
    assertThat(ratio.median()).isCloseTo(expected.get("median").asDouble(), within(1e-12));
    assertThat(ratio.q05()).isCloseTo(expected.get("q05").asDouble(), within(1e-12));
  }

  private static int[] range(JsonNode range) {
    return IntStream.range(range.get(0).asInt(), range.get(1).asInt()).toArray();
  }
}
