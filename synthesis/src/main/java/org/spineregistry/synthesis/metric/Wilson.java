package org.spineregistry.synthesis.metric;

/**
 * Wilson's score interval of a proportion (Wilson 1927, Journal of the American Statistical
 * Association 22:209), 95 %.
 *
 * @param centre of the interval
 * @param halfWidth of the interval before clipping
 */
public record Wilson(double centre, double halfWidth) {
  private static final double Z = 1.959963984540054;

  /**
   * The interval of a count.
   *
   * @param successes at most {@code trials}
   * @param trials at least 1
   */
  public static Wilson of(double successes, double trials) {
    double squared = Z * Z;
    double centre = (successes + squared / 2) / (trials + squared);
    double spread = successes * (trials - successes) / trials + squared / 4;
    return new Wilson(centre, Z / (trials + squared) * Math.sqrt(spread));
  }

  /** The interval inside [0, 1]. */
  public Interval interval() {
    return new Interval(Math.max(0, centre - halfWidth), Math.min(1, centre + halfWidth));
  }
}
