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

  /** Whether the gate takes part in the overall verdict. */
  public boolean isDeciding() {
    return direction != Direction.REPORTED;
  }

  private static Double finite(double value) {
    return Optional.of(value).filter(Double::isFinite).orElse(null);
  }
}
