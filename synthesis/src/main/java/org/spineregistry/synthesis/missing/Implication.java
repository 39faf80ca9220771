package org.spineregistry.synthesis.missing;

/**
 * A condition under which a block is always missing.
 *
 * @param column position of a category column without missing values, or -1 when {@code block} is
 *     the condition
 * @param code its level
 * @param block number of an earlier block that is missing, or -1
 * @param support rows that meet the condition
 */
public record Implication(int column, int code, int block, int support) {
  static Implication byLevel(int column, int code, int support) {
    return new Implication(column, code, -1, support);
  }

  static Implication byBlock(int block, int support) {
    return new Implication(-1, -1, block, support);
  }

  /** Whether the condition is a missing block. */
  public boolean isByBlock() {
    return block >= 0;
  }
}
