package org.spineregistry.synthesis.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SimplexCountsTest {
  @Test
  void whatIsPossibleStays() {
    assertThat(SimplexCounts.of(new long[] {3, 0, 7}, 10)).containsExactly(3, 0, 7);
  }

  @Test
  void negativeCountsAreTakenFromTheOthersEvenly() {
    assertThat(SimplexCounts.of(new long[] {-6, 6, 10}, 10)).containsExactly(0, 3, 7);
    assertThat(SimplexCounts.of(new long[] {-5, -3}, 4)).containsExactly(1, 3);
  }

  /** A point is the projection when no move towards another possible one brings it nearer. */
  @Property
  void nothingPossibleIsNearer(
      @ForAll @Size(min = 1, max = 6) long[] noisy, @ForAll @Size(6) long[] weights) {
    long[] counts = Arrays.stream(noisy).map(count -> count % 1000).toArray();
    long[] other = Arrays.stream(weights).map(weight -> 1 + Math.floorMod(weight, 50)).toArray();
    double total = 100;
    double[] found = SimplexCounts.of(counts, total);
    double sum = Arrays.stream(other).limit(counts.length).sum();
    double towards = 0;
    for (int part = 0; part < counts.length; part++) {
      assertThat(found[part]).isNotNegative();
      towards += (counts[part] - found[part]) * (other[part] * total / sum - found[part]);
    }
    assertThat(Arrays.stream(found).sum()).isCloseTo(total, within(1e-9));
    assertThat(towards).isLessThan(1e-6);
  }
}
