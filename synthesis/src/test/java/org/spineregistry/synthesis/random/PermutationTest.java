package org.spineregistry.synthesis.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PermutationTest {
  private static final RandomStream STREAM = Seed.ofHex("58".repeat(32)).stream("permutation");

  @Property(tries = 50, seed = "2026")
  void everyNumberOccursOnce(@ForAll @IntRange(min = 0, max = 200) int size) {
    int[] sorted = Permutation.of(size, STREAM, size);
    Arrays.sort(sorted);

    for (int i = 0; i < size; i++) {
      assertThat(sorted[i]).isEqualTo(i);
    }
  }

  @Property(tries = 50, seed = "2026")
  void aHeadIsTheBeginningOfTheWhole(@ForAll @IntRange(min = 0, max = 50) int count) {
    assertThat(Permutation.head(50, count, STREAM, 3))
        .containsExactly(Arrays.copyOf(Permutation.of(50, STREAM, 3), count));
  }

  /** 24,000 orders of 4 numbers: chi-square of the 24 counts below its 99.9 % quantile, 49.7. */
  @Test
  void allOrdersAreEquallyLikely() {
    int[] counts = new int[256];
    for (int attempt = 0; attempt < 24_000; attempt++) {
      int code = 0;
      for (int value : Permutation.of(4, STREAM, attempt)) {
        code = 4 * code + value;
      }
      counts[code]++;
    }
    double chiSquare =
        Arrays.stream(counts)
            .filter(count -> count > 0)
            .mapToDouble(count -> (count - 1000.0) * (count - 1000.0) / 1000)
            .sum();

    assertThat(Arrays.stream(counts).filter(count -> count > 0)).hasSize(24);
    assertThat(chiSquare).isLessThan(49.7);
  }
}
