package org.spineregistry.synthesis.contract;

import java.util.List;

/** Columns whose values follow from others and are never modelled. Immutable and thread-safe. */
public interface DerivedColumns {
  /** Names in an order in which each needs only columns that are modelled or stand before it. */
  List<String> names();

  /**
   * The value of a derived column, as {@link Row#value} gives it.
   *
   * @param name one of {@link #names}
   * @param row read only
   * @return null when the row has no such value
   * @throws IllegalArgumentException if the value cannot be computed
   */
  Object compute(String name, Row row);

  /** No derived columns. */
  static DerivedColumns none() {
    return new DerivedColumns() {
      @Override
      public List<String> names() {
        return List.of();
      }

      @Override
      public Object compute(String name, Row row) {
        throw new IllegalArgumentException(name + " is not derived");
      }
    };
  }
}
