package org.spineregistry.synthesis.metric;

/**
 * How much two intervals have in common: the mean of the shares of each that lie in the other
 * (Karr, Kohnen, Oganian, Reiter and Sanil 2006, The American Statistician 60:224).
 */
public final class IntervalOverlap {
  private IntervalOverlap() {}

  /**
   * The overlap, negative when the intervals are apart. An interval without length counts as wholly
   * inside the other or wholly outside, 1 or 0.
   */
  public static double raw(Interval first, Interval second) {
    double common =
        Math.min(first.upper(), second.upper()) - Math.max(first.lower(), second.lower());
    return 0.5 * (share(common, first) + share(common, second));
  }

  /** The overlap in [0, 1]. */
  public static double of(Interval first, Interval second) {
    return Math.max(0, Math.min(1, raw(first, second)));
  }

  private static double share(double common, Interval interval) {
    double length = interval.upper() - interval.lower();
    if (length > 0) {
      return common / length;
    }
    return common >= 0 ? 1 : 0;
  }
}
