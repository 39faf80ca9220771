package org.spineregistry.synthesis.contract;

import java.util.List;

/** The rules that no row may break. Immutable and thread-safe. */
public interface RowRules {
  /** Code of each rule, in the order of the schema; a code may repeat. */
  List<String> codes();

  /**
   * Positions of the rules that a row breaks. A rule that cannot be evaluated counts as broken.
   *
   * @param row read only
   */
  List<Integer> broken(Row row);

  /** No rules. */
  static RowRules none() {
    return new RowRules() {
      @Override
      public List<String> codes() {
        return List.of();
      }

      @Override
      public List<Integer> broken(Row row) {
        return List.of();
      }
    };
  }
}
