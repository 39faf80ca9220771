package org.spineregistry.schemas.dictionary;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A code and hint of its own for a part of the values outside a range, such as pain in millimetres.
 *
 * @param code replaces {@code OUT_OF_RANGE}
 * @param above the code holds for greater values (exclusive)
 * @param upTo and not beyond this one (inclusive)
 * @param below the code holds for smaller values (exclusive)
 * @param downTo and not beyond this one (inclusive)
 * @param hint what to do about it
 */
public record RangeCode(
    String code,
    OptionalDouble above,
    OptionalDouble upTo,
    OptionalDouble below,
    OptionalDouble downTo,
    Optional<String> hint) {

  /** Whether this code speaks about the value. */
  public boolean covers(double value) {
    boolean high = above.isPresent() && value > above.getAsDouble();
    boolean low = below.isPresent() && value < below.getAsDouble();
    return high && value <= upTo.orElse(Double.MAX_VALUE)
        || low && value >= downTo.orElse(-Double.MAX_VALUE);
  }
}
