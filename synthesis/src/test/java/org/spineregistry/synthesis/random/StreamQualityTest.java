package org.spineregistry.synthesis.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.metric.Pearson;

/** Addressing must not break the generator: neighbours in any direction are unrelated. */
class StreamQualityTest {
  private static final int N = 20_000;
  private static final Seed SEED = Seed.ofHex("4f".repeat(32));
  private static final RandomStream STREAM = SEED.stream("release/10000");

  @Test
  void uniformsFillTheUnitIntervalEvenly() {
    double[] uniforms = IntStream.range(0, N).mapToDouble(r -> STREAM.uniform(r, 0, 0)).toArray();
    long[] bins = new long[20];
    Arrays.stream(uniforms).forEach(u -> bins[(int) (20 * u)]++);
    double chiSquare =
        Arrays.stream(bins).mapToDouble(b -> (b - 1000.0) * (b - 1000.0) / 1000).sum();

    // 99.9 % quantile of chi-square with 19 degrees of freedom
    assertThat(chiSquare).isLessThan(43.8);
    assertThat(uniforms).doesNotContain(0.0, 1.0);
  }

  @Test
  void normalsHaveMeanZeroAndVarianceOne() {
    double[] normals = IntStream.range(0, N).mapToDouble(r -> STREAM.normal(r, 0, 5)).toArray();

    assertThat(Arrays.stream(normals).average().orElseThrow()).isCloseTo(0, within(0.025));
    assertThat(Arrays.stream(normals).map(z -> z * z).average().orElseThrow())
        .isCloseTo(1, within(0.035));
  }

  @Test
  void rowsDrawsAttemptsAndLabelsAreUnrelated() {
    double[] base = IntStream.range(0, N).mapToDouble(r -> STREAM.uniform(r, 0, 0)).toArray();
    RandomStream other = SEED.stream("release/1000");

    unrelated(base, IntStream.range(0, N).mapToDouble(r -> STREAM.uniform(r + 1, 0, 0)).toArray());
    unrelated(base, IntStream.range(0, N).mapToDouble(r -> STREAM.uniform(r, 0, 1)).toArray());
    unrelated(base, IntStream.range(0, N).mapToDouble(r -> STREAM.uniform(r, 0, 4)).toArray());
    unrelated(base, IntStream.range(0, N).mapToDouble(r -> STREAM.uniform(r, 1, 0)).toArray());
    unrelated(base, IntStream.range(0, N).mapToDouble(r -> other.uniform(r, 0, 0)).toArray());
  }

  private static void unrelated(double[] a, double[] b) {
    assertThat(Pearson.of(a, b)).isCloseTo(0, within(0.03));
  }
}
