package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.random.Seed;

class BootstrapTest {
  private static final Seed SEED = Seed.ofHex("42".repeat(32));

  /** The mean of 0..99 has the standard error sqrt(833.25 / 100) = 2.8866. */
  @Test
  void intervalOfAMeanIsAboutTwoStandardErrorsWide() {
    double[] values = IntStream.range(0, 100).asDoubleStream().toArray();
    PatientBootstrap bootstrap = new PatientBootstrap(SEED.stream("bootstrap/mean"), 100, 2000);

    Interval interval =
        bootstrap.interval(
            weights ->
                IntStream.range(0, 100).mapToDouble(i -> weights[i] * values[i]).sum() / 100);

    assertThat(interval.lower()).isCloseTo(49.5 - 1.96 * 2.8866, within(0.5));
    assertThat(interval.upper()).isCloseTo(49.5 + 1.96 * 2.8866, within(0.5));
  }

  @Test
  void eachResampleCountsAsManyPatientsAsThereAre() {
    PatientBootstrap bootstrap = new PatientBootstrap(SEED.stream("bootstrap/sum"), 37, 50);

    Interval interval = bootstrap.interval(weights -> Arrays.stream(weights).sum());

    assertThat(interval).isEqualTo(new Interval(37, 37));
  }

  @Test
  void valuesThatAreNotDefinedAreLeftOut() {
    assertThat(Interval.percentile(new double[] {1, 1, Double.NaN})).isEqualTo(new Interval(1, 1));
    assertThat(Interval.percentile(new double[] {1, Double.NaN, Double.NaN})).isNull();
    assertThat(Interval.percentile(new double[0])).isNull();
    assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("lower");
  }

  /** Hyndman and Fan's type 7 on 1..5: position 1 + 4 p. */
  @Test
  void quantilesAreOfTypeSeven() {
    double[] sorted = {1, 2, 3, 4, 5};

    assertThat(Quantiles.ofSorted(sorted, 0.1)).isCloseTo(1.4, within(1e-15));
    assertThat(Quantiles.ofSorted(sorted, 1)).isEqualTo(5);
    assertThat(Quantiles.median(new double[] {9, 1, 4, 2})).isEqualTo(3);
  }
}
