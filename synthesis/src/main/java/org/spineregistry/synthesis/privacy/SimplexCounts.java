package org.spineregistry.synthesis.privacy;

import java.util.Arrays;

/**
 * Noisy counts of parts of a whole whose size is known, made possible again: the nearest counts
 * that are not negative and add up (projection onto the simplex; Duchi et al. 2008, ICML, and, for
 * noisy counts, Wang et al. 2020, NDSS). It sees only noisy numbers, so that it costs no privacy.
 */
public final class SimplexCounts {
  private SimplexCounts() {}

  /**
   * Projects counts.
   *
   * @param noisy at least one
   * @param total above 0
   */
  public static double[] of(long[] noisy, double total) {
    double[] falling = Arrays.stream(noisy).mapToDouble(count -> count).sorted().toArray();
    double above = 0;
    double shift = 0;
    for (int kept = 1; kept <= falling.length; kept++) {
      double count = falling[falling.length - kept];
      above += count;
      double candidate = (above - total) / kept;
      if (count - candidate > 0) {
        shift = candidate;
      }
    }
    double[] counts = new double[noisy.length];
    for (int part = 0; part < counts.length; part++) {
      counts[part] = Math.max(0, noisy[part] - shift);
    }
    return counts;
  }
}
