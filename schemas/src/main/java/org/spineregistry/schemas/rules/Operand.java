package org.spineregistry.schemas.rules;

import java.util.List;

/** What an operator takes out of the value of a term. Anything else is left to the engine. */
final class Operand {

  private Operand() {}

  static boolean bool(Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw new UndecidedException();
  }

  static long whole(Object value) {
    if (value instanceof Long whole) {
      return whole;
    }
    throw new UndecidedException();
  }

  static double decimal(Object value) {
    if (value instanceof Double decimal && !decimal.isNaN()) {
      return decimal;
    }
    throw new UndecidedException();
  }

  static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new UndecidedException();
  }

  static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new UndecidedException();
  }

  /** Equality of scalars; null equals null alone. */
  static boolean equal(Object one, Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    if (one.getClass() != other.getClass() || one instanceof List<?>) {
      throw new UndecidedException();
    }
    if (one instanceof Double && decimal(one) == decimal(other) && !one.equals(other)) {
      throw new UndecidedException(); // the two zeros
    }
    return one.equals(other);
  }

  /** Whether a list of scalars holds a scalar. */
  static boolean isIn(Object item, Object list) {
    if (item == null) {
      throw new UndecidedException();
    }
    for (Object element : list(list)) {
      if (equal(item, element)) {
        return true;
      }
    }
    return false;
  }
}
