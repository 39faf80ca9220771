package org.spineregistry.synthesis.regression;

import org.spineregistry.synthesis.metric.Interval;

/**
 * Overlap of two intervals as the mean share of each that lies in the other (Karr, Kohnen, Oganian,
 * Reiter and Sanil 2006, The American Statistician 60:224).
 */
public final class IntervalOverlap {
  private IntervalOverlap() {}

  /** The overlap; negative when the intervals are apart. */
  public static double raw(Interval first, Interval second) {
    double common =
        Math.min(first.upper(), second.upper()) - Math.max(first.lower(), second.lower());
    return 0.5
        * (common / (first.upper() - first.lower()) + common / (second.upper() - second.lower()));
  }

  /** The overlap inside [0, 1]. */
  public static double of(Interval first, Interval second) {
    return Math.max(0, Math.min(1, raw(first, second)));
  }
}
