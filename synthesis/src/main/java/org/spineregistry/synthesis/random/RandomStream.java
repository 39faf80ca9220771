package org.spineregistry.synthesis.random;

import org.spineregistry.synthesis.special.StandardNormal;

/**
 * Random numbers of one purpose, addressed by row, attempt and draw. Draw d is word d mod 4 of the
 * Philox block of counter [row, attempt, floor(d / 4), 0]. Immutable and safe to share.
 */
public final class RandomStream {
  private static final int WORDS = 4;
  private static final double UNIT = 0x1.0p-53;

  private final long key0;
  private final long key1;

  RandomStream(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** One word; use the bulk methods for more than one draw of a row. */
  public long word(long row, long attempt, int draw) {
    long[] block = new long[WORDS];
    Philox.block(key0, key1, row, attempt, draw / WORDS, 0, block);
    return block[draw % WORDS];
  }

  /** One uniform number inside (0, 1), never 0 or 1. */
  public double uniform(long row, long attempt, int draw) {
    return toUniform(word(row, attempt, draw));
  }

  /** Fills {@code out} with the uniform draws 0, 1, 2, ... of the row. */
  public void uniforms(long row, long attempt, double[] out) {
    long[] block = new long[WORDS];
    for (int draw = 0; draw < out.length; draw++) {
      if (draw % WORDS == 0) {
        Philox.block(key0, key1, row, attempt, draw / WORDS, 0, block);
      }
      out[draw] = toUniform(block[draw % WORDS]);
    }
  }

  /** One standard normal number, by inversion of {@link #uniform}. */
  public double normal(long row, long attempt, int draw) {
    return StandardNormal.quantile(uniform(row, attempt, draw));
  }

  private static double toUniform(long word) {
    return ((word >>> 11) + 0.5) * UNIT;
  }
}
