package org.spineregistry.schemas.dictionary;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plain value as a value of its kind, or why it is none.
 *
 * @param value Long, Double, Boolean, String or List of String; empty if there is a fault
 */
record Shaped(Optional<Object> value, List<Fault> faults) {

  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);

  /**
   * @param element place in a list, from 0, or -1
   */
  record Fault(String code, String rule, String hint, int element) {}

  /**
   * Shapes a value that is not null.
   *
   * @param symbols the closed list of a CHOICE or CHOICES
   */
  static Shaped of(Kind kind, List<String> symbols, Object plain) {
    if (plain instanceof RawRecord.Malformed cell) {
      String rule = cell.code().equals(Codes.NOT_IN_LIST) ? inList() : sentence(kind);
      return new Shaped(Optional.empty(), List.of(new Fault(cell.code(), rule, cell.hint(), -1)));
    }
    return switch (kind) {
      case INTEGER -> integer(plain).map(Shaped::good).orElseGet(() -> wrongType(kind));
      case NUMBER -> number(plain).map(Shaped::good).orElseGet(() -> wrongType(kind));
      case BOOLEAN -> plain instanceof Boolean ? good(plain) : wrongType(kind);
      case TEXT -> plain instanceof String ? good(plain) : wrongType(kind);
      case CHOICE -> choice(symbols, plain);
      case CHOICES -> choices(symbols, plain);
    };
  }

  /** The same, unless it is a whole number that no Avro int can hold. */
  Shaped fittingInt() {
    boolean tooLarge =
        value.isPresent() && value.get() instanceof Long number && number != number.intValue();
    return tooLarge ? wrongType(Kind.INTEGER) : this;
  }

  private static Shaped good(Object value) {
    return new Shaped(Optional.of(value), List.of());
  }

  /** 63.0 is a whole number: JSON has one type of number, and table tools write it so. */
  private static Optional<Object> integer(Object plain) {
    if (plain instanceof Long) {
      return Optional.of(plain);
    }
    if (plain instanceof BigInteger big) {
      // beyond every range, so the nearest bound says the same
      return Optional.of(big.min(LONG_MAX).max(LONG_MIN).longValue());
    }
    if (plain instanceof Double number && !number.isInfinite() && Math.rint(number) == number) {
      return Optional.of((long) number.doubleValue());
    }
    return Optional.empty();
  }

  private static Optional<Object> number(Object plain) {
    if (plain instanceof Long || plain instanceof BigInteger) {
      double number = ((Number) plain).doubleValue();
      return Optional.of(Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number)));
    }
    if (plain instanceof Double number && Double.isFinite(number)) {
      // + 0.0 turns the negative zero into the positive one
      return Optional.of(number + 0.0);
    }
    return Optional.empty();
  }

  private static Shaped choice(List<String> symbols, Object plain) {
    if (!(plain instanceof String symbol)) {
      return wrongType(Kind.CHOICE);
    }
    return symbols.contains(symbol)
        ? good(symbol)
        : new Shaped(Optional.empty(), List.of(notInList(symbols, -1)));
  }

  private static Shaped choices(List<String> symbols, Object plain) {
    if (!(plain instanceof List<?> items)) {
      return wrongType(Kind.CHOICES);
    }
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (!(items.get(i) instanceof String symbol)) {
        faults.add(new Fault(Codes.WRONG_TYPE, sentence(Kind.CHOICE), "", i));
      } else if (!symbols.contains(symbol)) {
        faults.add(notInList(symbols, i));
      } else if (!seen.add(symbol)) {
        faults.add(new Fault(Codes.WRONG_TYPE, sentence(Kind.CHOICES), "repeated", i));
      }
    }
    return faults.isEmpty()
        ? good(symbols.stream().filter(seen::contains).toList())
        : new Shaped(Optional.empty(), faults);
  }

  private static Shaped wrongType(Kind kind) {
    Fault fault = new Fault(Codes.WRONG_TYPE, sentence(kind), "", -1);
    return new Shaped(Optional.empty(), List.of(fault));
  }

  private static Fault notInList(List<String> symbols, int element) {
    return new Fault(Codes.NOT_IN_LIST, inList(), String.join(", ", symbols), element);
  }

  private static String inList() {
    return "Must be in the list.";
  }

  private static String sentence(Kind kind) {
    return switch (kind) {
      case INTEGER -> "Must be a whole number.";
      case NUMBER -> "Must be a number.";
      case BOOLEAN -> "Must be true or false.";
      case TEXT -> "Must be text.";
      case CHOICE -> "Must be one symbol of the list.";
      case CHOICES -> "Must be a list of symbols, each once.";
    };
  }
}
