package org.spineregistry.synthesis.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.special.StandardNormal;

class DropOutTest {
  private static final double TAIL = 0.025;

  /**
   * Student's sleep data (Biometrika 1908, 6:1), for which R's documentation of {@code t.test}
   * prints t = -1.8608, df = 17.776, p-value = 0.07939.
   */
  @Test
  void theErrorAndItsDegreesOfFreedomAreThoseOfWelch() {
    double[] extraSleep = {
      0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0, 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6,
      4.6, 3.4
    };
    boolean[] first = new boolean[20];
    Arrays.fill(first, 0, 10, true);

    OutcomeSides sides = OutcomeSides.of(extraSleep, first);

    assertThat(sides.difference() / sides.error()).isCloseTo(-1.8608, within(5e-5));
    assertThat(sides.degrees()).isCloseTo(17.776, within(5e-4));
    DropOut sleep = of(sides, -sides.difference(), sides.error());
    assertThat(sleep.isClear(0.0396)).isFalse();
    assertThat(sleep.isClear(0.0398)).isTrue();
  }

  /** As far apart as chance brings one of forty blocks, when only six patients are on a side. */
  @Test
  void aHandfulOfAlikePatientsIsNoDifference() {
    double[] few = {28, 38, 30, 44, 33, 35};
    double[] outcomes = new double[506];
    boolean[] missing = new boolean[506];
    for (int row = 0; row < outcomes.length; row++) {
      missing[row] = row < few.length;
      outcomes[row] = missing[row] ? few[row] : 20 + row % 10;
    }
    OutcomeSides sides = OutcomeSides.of(outcomes, missing);
    double tail = 0.05 / (2 * 40);
    assertThat(sides.difference() / sides.error())
        .isGreaterThan(StandardNormal.upperQuantile(tail));

    assertThat(of(sides, 5, 0.1).isClear(tail)).isFalse();
  }

  @Test
  void aClearDifferenceOfTheOtherSignIsLost() {
    DropOut clear = new DropOut("odi24m", 8, 1, 80, -2, 0.5);
    assertThat(clear.isClear(TAIL)).isTrue();
    assertThat(clear.isKept(TAIL)).isFalse();
    assertThat(new DropOut("odi24m", 8, 1, 80, 2, 0.5).isKept(TAIL)).isTrue();
    assertThat(new DropOut("odi24m", 8, 1, 80, -2, 9).isKept(TAIL)).isTrue();
  }

  @Test
  void anOutcomeThatDoesNotVaryIsClearWhereItDiffers() {
    DropOut constant = new DropOut("odi24m", 3, 0, Double.NaN, -3, 0);
    assertThat(constant.isClear(TAIL)).isTrue();
    assertThat(constant.isKept(TAIL)).isFalse();
  }

  private static DropOut of(OutcomeSides sides, double synthetic, double syntheticError) {
    return new DropOut(
        "block", sides.difference(), sides.error(), sides.degrees(), synthetic, syntheticError);
  }
}
