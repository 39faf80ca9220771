package org.spineregistry.synthesis.privacy;

import org.spineregistry.synthesis.random.RandomStream;

/**
 * Gaussian noise for whole numbers, rounded to whole numbers: what is published has no low-order
 * bits that could tell the noise from the data (Mironov 2012, CCS, on the least significant bits).
 */
public final class IntegerNoise {
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
    return exact + Math.round(deviation * stream.normal(row, 0, draw));
  }

  /** Standard deviation of the noise. */
  public double deviation() {
    return deviation;
  }
}
