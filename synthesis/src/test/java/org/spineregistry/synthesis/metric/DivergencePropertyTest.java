package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class DivergencePropertyTest {
  @Property(tries = 300, seed = "2026")
  void divergenceIsSymmetricAndBetweenZeroAndOneBit(
      @ForAll @Size(6) int[] first, @ForAll @Size(6) int[] second) {
    long[] p = counts(first);
    long[] q = counts(second);
    Assume.that(Arrays.stream(p).sum() > 0 && Arrays.stream(q).sum() > 0);

    Divergence forward = Divergence.ofCounts(p, q);
    Divergence backward = Divergence.ofCounts(q, p);

    assertThat(forward.bits()).isBetween(0.0, 1.0 + 1e-12);
    assertThat(forward.bits()).isCloseTo(backward.bits(), within(1e-12));
    assertThat(forward.totalVariation()).isBetween(0.0, 1.0 + 1e-12);
    // Lin 1991, theorem 3: the divergence never exceeds the total variation
    assertThat(forward.bits()).isLessThanOrEqualTo(forward.totalVariation() + 1e-12);
  }

  @Property(tries = 100, seed = "2026")
  void equalSharesHaveNoDivergence(@ForAll @Size(5) int[] counts) {
    long[] p = counts(counts);
    long[] tripled = Arrays.stream(p).map(count -> 3 * count).toArray();
    Assume.that(Arrays.stream(p).sum() > 0);

    assertThat(Divergence.ofCounts(p, tripled).bits()).isCloseTo(0, within(1e-14));
  }

  @Property(tries = 100, seed = "2026")
  void everyValueFallsInABin(@ForAll @Size(min = 1, max = 60) int[] draws) {
    double[] reference = Arrays.stream(draws).mapToDouble(v -> Math.floorMod(v, 50)).toArray();
    double[] edges = Divergence.edges(reference);

    long[] counts = Divergence.counts(reference, edges);

    assertThat(Arrays.stream(counts).sum()).isEqualTo(reference.length);
    assertThat(edges).isSorted().doesNotHaveDuplicates();
    assertThat(edges.length).isLessThanOrEqualTo(19);
  }

  private static long[] counts(int[] draws) {
    return Arrays.stream(draws).mapToLong(v -> Math.floorMod(v, 8)).toArray();
  }
}
