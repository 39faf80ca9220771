package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Against definitions, by enumeration. */
class KolmogorovSmirnovPropertyTest {
  @Property(tries = 300, seed = "2026")
  void statisticIsTheLargestGapOfTheDistributionFunctions(
      @ForAll @Size(min = 1, max = 12) int[] first, @ForAll @Size(min = 1, max = 12) int[] second) {
    double[] a = small(first);
    double[] b = small(second);
    double plus = 0;
    double minus = 0;
    for (double at = -5; at <= 5; at++) {
      double gap = below(a, at) - below(b, at);
      plus = Math.max(plus, gap);
      minus = Math.max(minus, -gap);
    }

    KolmogorovSmirnov ks = KolmogorovSmirnov.of(a, b);

    assertThat(ks.plus()).isCloseTo(plus, within(1e-15));
    assertThat(ks.minus()).isCloseTo(minus, within(1e-15));
  }

  /** All C(n + m, n) interleavings of two samples without ties are equally likely. */
  @Property(tries = 60, seed = "2026")
  void exactProbabilityCountsInterleavings(
      @ForAll @IntRange(min = 1, max = 6) int n,
      @ForAll @IntRange(min = 1, max = 6) int m,
      @ForAll @IntRange(min = 0, max = 36) int steps) {
    long reached = Math.min(steps, (long) n * m);
    int all = 0;
    int extreme = 0;
    for (int path = 0; path < 1 << (n + m); path++) {
      if (Integer.bitCount(path) == n) {
        all++;
        extreme += largestGap(path, n, m) >= reached ? 1 : 0;
      }
    }

    double exact = new KolmogorovSmirnov(n, m, 0, 0, reached).exact();

    assertThat(exact).isCloseTo((double) extreme / all, within(1e-13));
  }

  @Property(tries = 100, seed = "2026")
  void pValueDoesNotDependOnWhichSampleIsFirstNorOnTheScale(
      @ForAll @Size(min = 1, max = 30) int[] first, @ForAll @Size(min = 1, max = 30) int[] second) {
    double[] a = Arrays.stream(first).asDoubleStream().toArray();
    double[] b = Arrays.stream(second).asDoubleStream().toArray();
    double[] scaledA = Arrays.stream(a).map(v -> 2 * v + 3).toArray();
    double[] scaledB = Arrays.stream(b).map(v -> 2 * v + 3).toArray();

    double p = KolmogorovSmirnov.pValue(a, b);

    assertThat(KolmogorovSmirnov.pValue(b, a)).isCloseTo(p, within(1e-12 * p));
    assertThat(KolmogorovSmirnov.pValue(scaledA, scaledB)).isEqualTo(p);
    assertThat(p).isBetween(0.0, 1.0 + 1e-12);
  }

  private static long largestGap(int path, int n, int m) {
    long i = 0;
    long j = 0;
    long largest = 0;
    for (int step = 0; step < n + m; step++) {
      if ((path >> step & 1) == 1) {
        i++;
      } else {
        j++;
      }
      largest = Math.max(largest, Math.abs(i * m - j * n));
    }
    return largest;
  }

  private static double[] small(int[] values) {
    return Arrays.stream(values).mapToDouble(v -> Math.floorMod(v, 9) - 4).toArray();
  }

  private static double below(double[] values, double at) {
    return (double) Arrays.stream(values).filter(v -> v <= at).count() / values.length;
  }
}
