package org.spineregistry.synthesis.metric;

/**
 * A coefficient with its 95 % interval.
 *
 * @param value NaN when it cannot be estimated
 * @param interval null when it cannot be given
 */
public record Estimate(double value, Interval interval) {
  /** An interval of the same length to both sides; without a finite length there is none. */
  public static Estimate of(double value, double half) {
    boolean defined = Double.isFinite(value) && Double.isFinite(half);
    return new Estimate(value, defined ? new Interval(value - half, value + half) : null);
  }

  /** Whether the interval excludes 0. */
  public boolean isSignificant() {
    return interval != null && (interval.lower() > 0 || interval.upper() < 0);
  }
}
