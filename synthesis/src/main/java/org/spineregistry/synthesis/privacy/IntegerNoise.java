package org.spineregistry.synthesis.privacy;

import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * Gaussian noise for whole numbers, rounded to whole numbers: what is published has no low-order
 * bits that could tell the noise from the data (Mironov 2012, CCS, on the least significant bits).
 * The tail of each draw has 106 random bits, so that far out, too, every whole number can be met.
 */
public final class IntegerNoise {
  private static final int WORDS = 3;
  private static final double UNIT = 0x1.0p-53;

  private final RandomStream stream;
  private final double deviation;

  /**
   * @param stream secret, and of this cohort alone: the same noise on two cohorts would tell their
   *     difference
   * @param deviation standard deviation
   */
  public IntegerNoise(RandomStream stream, double deviation) {
    this.stream = stream;
    this.deviation = deviation;
  }

  /** A count or sum with noise; each row and draw has noise of its own. */
  public long add(long exact, long row, int draw) {
    long side = stream.word(row, 0, WORDS * draw);
    double z = StandardNormal.upperQuantile(0.5 * tail(row, draw));
    return exact + Math.round(side < 0 ? -deviation * z : deviation * z);
  }

  /** Uniform in (0, 1), with as many bits near 0 as a number can have. */
  private double tail(long row, int draw) {
    double high = stream.word(row, 0, WORDS * draw + 1) >>> 11;
    double low = (stream.word(row, 0, WORDS * draw + 2) >>> 11) + 0.5;
    return (high + low * UNIT) * UNIT;
  }

  /** Standard deviation of the noise. */
  public double deviation() {
    return deviation;
  }
}
