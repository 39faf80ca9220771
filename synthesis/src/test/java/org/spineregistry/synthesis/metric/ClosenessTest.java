package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twins among the patients must not hide rows that are too near to one. */
class ClosenessTest {
  private static final double[] PATIENTS =
      IntStream.range(0, 200).mapToDouble(i -> 0.05 + 0.001 * i).toArray();

  /** 4 % of the rows are nearer than patients are to each other. */
  private static final double[] ROWS =
      IntStream.range(0, 100).mapToDouble(i -> i < 4 ? 0.01 : 0.2).toArray();

  @Test
  void nearRowsAreCountedWhateverTwinsThereAre() {
    double[] twins = DoubleStream.concat(Arrays.stream(PATIENTS), zeros(10)).toArray();

    assertThat(Closeness.shareBelowQuantile(ROWS, PATIENTS)).isEqualTo(0.04);
    assertThat(Closeness.shareBelowQuantile(ROWS, twins)).isEqualTo(0.04);
  }

  @Test
  void rowsThatEqualAPatientCountBeyondTheTwins() {
    double[] twins = DoubleStream.concat(Arrays.stream(PATIENTS), zeros(10)).toArray();
    double[] copies = IntStream.range(0, 100).mapToDouble(i -> i < 10 ? 0 : 0.2).toArray();

    assertThat(Closeness.shareBelowQuantile(copies, PATIENTS)).isEqualTo(0.1);
    assertThat(Closeness.shareBelowQuantile(copies, twins))
        .isCloseTo(0.1 - 10 / 210.0, within(1e-12));
    assertThat(Closeness.shareBelowQuantile(ROWS, zeros(50).toArray())).isZero();
  }

  private static DoubleStream zeros(int count) {
    return DoubleStream.generate(() -> 0).limit(count);
  }
}
