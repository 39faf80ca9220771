package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What the noise is charged for: how far one patient can move all sums together. */
class PrivateMomentsTest {
  private static final double LENGTH = 2.5;

  @Property
  void replacingAPatientMovesTheSumsByNoMoreThanTheSquaredLength(
      @ForAll @IntRange(min = 2, max = 12) int columns,
      @ForAll @DoubleRange(min = 0.01, max = 40) double size,
      @ForAll long randomness) {
    Random random = new Random(randomness);
    List<double[]> before = new ArrayList<>();
    List<double[]> after = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      double[] scores = random.doubles(5, -size, size).toArray();
      double[] changed = scores.clone();
      // opposite patients are the worst that can happen
      changed[2] = random.nextBoolean() ? -scores[2] : random.nextDouble() * size;
      before.add(scores);
      after.add(changed);
    }
    long[][] old = PrivateMoments.exact(before, LENGTH);
    long[][] now = PrivateMoments.exact(after, LENGTH);
    double squares = 0;
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < i; j++) {
        squares += Math.pow(old[i][j] - now[i][j], 2);
      }
    }
    double most = Math.pow(LENGTH * PrivateMoments.UNIT, 2);
    assertThat(Math.sqrt(squares)).isLessThanOrEqualTo(most);
  }
}
