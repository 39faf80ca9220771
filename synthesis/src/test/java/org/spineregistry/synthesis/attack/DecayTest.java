package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class DecayTest {
  /** Relative error 1e-15. */
  private static final double PERCENT = 1e-13;

  @Property(tries = 2000, seed = "2026")
  void isTheExponential(@ForAll @DoubleRange(min = 0, max = Decay.FARTHEST) double x) {
    assertThat(Decay.of(x)).isCloseTo(Math.exp(-x), withinPercentage(PERCENT));
  }

  @Example
  void isTheExponentialAtTheEndsAndBetweenPoints() {
    for (int step = 0; step <= 4 * 640; step++) {
      double x = step / 64.0;
      assertThat(Decay.of(x)).isCloseTo(Math.exp(-x), withinPercentage(PERCENT));
    }
    assertThat(Decay.of(0)).isEqualTo(1);
  }
}
