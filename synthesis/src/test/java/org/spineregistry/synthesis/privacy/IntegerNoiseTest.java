package org.spineregistry.synthesis.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.random.Seed;

class IntegerNoiseTest {
  private static final int DRAWS = 40_000;

  @Test
  void theNoiseHasTheStatedDeviationAndNoMean() {
    IntegerNoise noise = new IntegerNoise(Seed.ofHex("3a".repeat(32)).stream("noise"), 75);
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double added = noise.add(1000, draw, 3) - 1000.0;
      sum += added;
      squares += added * added;
    }
    // the seed is fixed; five standard errors of a mean and of a deviation
    assertThat(sum / DRAWS).isCloseTo(0, within(5 * 75 / Math.sqrt(DRAWS)));
    assertThat(Math.sqrt(squares / DRAWS)).isCloseTo(75, within(5 * 75 / Math.sqrt(2.0 * DRAWS)));
  }
}
