package org.spineregistry.anchor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000;

  @Example
  void aBurstGoesThroughAndTheRestWaitsForItsTurn() {
    TokenBucket bucket = new TokenBucket(4, 8);
    for (int call = 0; call < 8; call++) {
      assertThat(bucket.take(0)).isZero();
    }
    assertThat(bucket.take(0)).isEqualTo(SECOND / 4);
    assertThat(bucket.take(0)).isEqualTo(SECOND / 2);
    assertThat(bucket.take(10 * SECOND)).as("after a quiet time").isZero();
  }

  /** However calls come, no ten seconds hold more than the rate and one burst. */
  @Property(tries = 200, seed = "2026")
  void theLimitHoldsInEveryWindow(
      @ForAll @IntRange(min = 1, max = 50) int rate,
      @ForAll @IntRange(min = 1, max = 20) int burst,
      @ForAll Random random) {
    TokenBucket bucket = new TokenBucket(rate, burst);
    long[] made = new long[300];
    long now = 0;
    for (int call = 0; call < made.length; call++) {
      now += random.nextInt(5) == 0 ? random.nextInt(2_000_000_000) : 0;
      made[call] = now + bucket.take(now);
    }
    Arrays.sort(made);
    for (int first = 0; first < made.length; first++) {
      int within = first;
      while (within < made.length && made[within] < made[first] + 10 * SECOND) {
        within++;
      }
      assertThat(within - first).isLessThanOrEqualTo(10 * rate + burst + 1);
    }
  }
}
