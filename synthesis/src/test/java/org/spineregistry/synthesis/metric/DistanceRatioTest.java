package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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
  void zeroOverZeroIsOneAndOverZeroIsTheLargestRatio() {
    DistanceRatio ratio = DistanceRatio.of(new double[] {0, 2, 1}, new double[] {0, 0, 2});

    assertThat(ratio.shareAbove1()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(ratio.median()).isEqualTo(1);
    assertThat(ratio.lowerMedian()).isEqualTo(1);

    DistanceRatio same = DistanceRatio.of(new double[] {2, 2, 5000}, new double[] {0, 0, 1});
    assertThat(same).isEqualTo(new DistanceRatio(1, 1000, 1000, 1000));
  }

  /** Half of the rows is not more than half, though the average of the middle ratios is 1.25. */
  @Test
  void ofTwoMiddleRatiosTheLowerOneIsTheLowerMedian() {
    DistanceRatio ratio = DistanceRatio.of(new double[] {1, 2, 4, 1}, new double[] {2, 1, 2, 2});

    assertThat(ratio.shareAbove1()).isEqualTo(0.5);
    assertThat(ratio.median()).isEqualTo(1.25);
    assertThat(ratio.lowerMedian()).isEqualTo(0.5);
  }

  @Property
  void theLowerMedianExceedsOneExactlyWhenMoreThanHalfOfTheRatiosDo(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 4) Integer> numerators,
      @ForAll @Size(value = 40) List<@IntRange(max = 4) Integer> denominators) {
    int rows = numerators.size();
    DistanceRatio ratio =
        DistanceRatio.of(
            numerators.stream().mapToDouble(d -> d).toArray(),
            denominators.subList(0, rows).stream().mapToDouble(d -> d).toArray());

    long above =
        IntStream.range(0, rows).filter(i -> numerators.get(i) > denominators.get(i)).count();
    assertThat(ratio.lowerMedian() > 1).isEqualTo(2 * above > rows);
    assertThat(ratio.shareAbove1() > 0.5).isEqualTo(2 * above > rows);
    assertThat(List.of(ratio.median(), ratio.lowerMedian(), ratio.q05()))
        .allMatch(Double::isFinite);
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
