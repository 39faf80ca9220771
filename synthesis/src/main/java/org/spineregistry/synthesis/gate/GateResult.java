package org.spineregistry.synthesis.gate;

import java.util.Optional;
import org.spineregistry.synthesis.metric.Interval;

/**
 * What one gate measured.
 *
 * @param id identifier within the profile
 * @param title the gate in words
 * @param value the statistic; null when it is not defined
 * @param bound null exactly when the gate is only reported
 * @param direction how value and bound compare
 * @param interval 95 % interval, null where the gate has none
 * @param detail conventions that decide the meaning of the value; no value of a patient
 */
public record GateResult(
    String id,
    String title,
    Double value,
    Double bound,
    Direction direction,
    Verdict verdict,
    Interval interval,
    String detail) {

  public GateResult {
    boolean reported = direction == Direction.REPORTED;
    if (reported != (bound == null) || reported != (verdict == Verdict.REPORTED)) {
      throw new IllegalArgumentException(id + ": only a gate without a bound is reported");
    }
  }

  /** A gate that is shown, not decided. */
  public static GateResult reported(
      String id, String title, double value, Interval interval, String detail) {
    return new GateResult(
        id, title, finite(value), null, Direction.REPORTED, Verdict.REPORTED, interval, detail);
  }

  /** A gate that passes when its value exceeds the bound. */
  public static GateResult above(
      String id, String title, double value, double bound, String detail) {
    return new GateResult(
        id,
        title,
        finite(value),
        bound,
        Direction.ABOVE,
        Verdict.above(value, bound),
        null,
        detail);
  }

  /**
   * A gate whose value must not exceed the bound, without an interval.
   *
   * @param value NaN when the statistic is not defined, which is not certifiable
   */
  public static GateResult atMost(
      String id, String title, double value, double bound, String detail) {
    Verdict verdict = Double.isNaN(value) ? Verdict.NOT_CERTIFIABLE : pass(value <= bound);
    return decided(id, title, value, bound, Direction.AT_MOST, verdict, null, detail);
  }

  /** A gate whose value must reach the bound, without an interval; see {@link #atMost}. */
  public static GateResult atLeast(
      String id, String title, double value, double bound, String detail) {
    Verdict verdict = Double.isNaN(value) ? Verdict.NOT_CERTIFIABLE : pass(value >= bound);
    return decided(id, title, value, bound, Direction.AT_LEAST, verdict, null, detail);
  }

  /**
   * A gate whose whole interval must stay at or below the bound.
   *
   * @param interval null when it is not defined, which is not certifiable
   */
  public static GateResult atMost(
      String id, String title, double value, Interval interval, double bound, String detail) {
    Verdict verdict = interval == null ? Verdict.NOT_CERTIFIABLE : Verdict.atMost(interval, bound);
    return decided(id, title, value, bound, Direction.AT_MOST, verdict, interval, detail);
  }

  /** A gate whose whole interval must stay at or above the bound; see {@link #atMost}. */
  public static GateResult atLeast(
      String id, String title, double value, Interval interval, double bound, String detail) {
    Verdict verdict = interval == null ? Verdict.NOT_CERTIFIABLE : Verdict.atLeast(interval, bound);
    return decided(id, title, value, bound, Direction.AT_LEAST, verdict, interval, detail);
  }

  /** The same measurement when the cohort is too small for any verdict. */
  public GateResult notCertifiable(String why) {
    return new GateResult(
        id, title, value, bound, direction, Verdict.NOT_CERTIFIABLE, interval, detail + "; " + why);
  }

  private static GateResult decided(
      String id,
      String title,
      double value,
      double bound,
      Direction direction,
      Verdict verdict,
      Interval interval,
      String detail) {
    return new GateResult(id, title, finite(value), bound, direction, verdict, interval, detail);
  }

  private static Verdict pass(boolean holds) {
    return holds ? Verdict.PASS : Verdict.FAIL;
  }

  /**
   * The gate of another profile, shown beside: its bound and verdict move into the detail, and it
   * decides nothing.
   *
   * @param profile that it belongs to
   */
  public GateResult beside(String profile) {
    String there =
        isDeciding() ? "; there bound " + bound + " decides, by which it is " + verdict : "";
    return new GateResult(
        profile + ":" + id,
        title,
        value,
        null,
        Direction.REPORTED,
        Verdict.REPORTED,
        interval,
        detail + there);
  }

  /** Whether the gate takes part in the overall verdict. */
  public boolean isDeciding() {
    return direction != Direction.REPORTED;
  }

  private static Double finite(double value) {
    return Optional.of(value).filter(Double::isFinite).orElse(null);
  }
}
