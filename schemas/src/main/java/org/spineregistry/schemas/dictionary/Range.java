package org.spineregistry.schemas.dictionary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Bounds of a number, both inclusive, in the unit of the variable.
 *
 * @param codes codes that replace {@code OUT_OF_RANGE} for a part of the values outside
 */
public record Range(double min, double max, List<RangeCode> codes) {

  public Range {
    codes = List.copyOf(codes);
  }

  public boolean contains(double value) {
    return value >= min && value <= max;
  }

  /** The code for a value outside, if the schema has one. */
  public Optional<RangeCode> codeFor(double value) {
    return codes.stream().filter(code -> code.covers(value)).findFirst();
  }

  /** The bounds as text, such as {@code -0.6 to 1}. */
  public String text() {
    return plain(min) + " to " + plain(max);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
