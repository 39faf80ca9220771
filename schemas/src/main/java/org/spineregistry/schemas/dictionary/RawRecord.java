package org.spineregistry.schemas.dictionary;

import java.util.List;

/**
 * An object of a source before its shape is checked: names and plain values in the source's order.
 *
 * <p>Plain values are null, Long, BigInteger, Double, Boolean, String, List, RawRecord, a {@link
 * Malformed} cell, and {@link PlainValues#OPAQUE} for everything else.
 */
record RawRecord(List<Entry> entries) {

  /**
   * @param position place in the source, from 1
   */
  record Entry(int position, String name, Object value) {}

  /** A value that its source could not even write down, such as a number with a comma. */
  record Malformed(String code, String hint) {}
}
