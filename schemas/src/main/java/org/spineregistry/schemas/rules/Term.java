package org.spineregistry.schemas.rules;

import java.util.Map;

/** A part of an expression as plain Java. Immutable and thread-safe. */
@FunctionalInterface
interface Term {

  /**
   * The value of the part: Long, Double, Boolean, String, List, or null for the null of CEL.
   *
   * @param values variable to value; absent is null
   * @throws UndecidedException where only the engine can tell the result
   */
  Object value(Map<String, ?> values);
}
