package org.spineregistry.synthesis.gate;

import org.spineregistry.synthesis.metric.Interval;

/** What a gate says. */
public enum Verdict {
  /** The bound is met. */
  PASS,
  /** The bound is broken. */
  FAIL,
  /** The cohort is too small to say, or the statistic is not defined. */
  NOT_CERTIFIABLE,
  /** Shown, not decided. */
  REPORTED;

  /** A value that must not exceed the bound: the whole interval decides. */
  public static Verdict atMost(Interval interval, double bound) {
    if (interval.upper() <= bound) {
      return PASS;
    }
    return interval.lower() > bound ? FAIL : NOT_CERTIFIABLE;
  }

  /** A value that must reach the bound: the whole interval decides. */
  public static Verdict atLeast(Interval interval, double bound) {
    if (interval.lower() >= bound) {
      return PASS;
    }
    return interval.upper() < bound ? FAIL : NOT_CERTIFIABLE;
  }

  /** A value that must exceed the bound, without an interval. */
  public static Verdict above(double value, double bound) {
    if (Double.isNaN(value)) {
      return NOT_CERTIFIABLE;
    }
    return value > bound ? PASS : FAIL;
  }
}
