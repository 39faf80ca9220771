package org.spineregistry.synthesis.table;

/** How the values of a column are held. */
public enum ColumnKind {
  /** A number with a fixed number of decimals. */
  NUMBER,
  /**
   * A level: an enumeration, a boolean ({@code false}, {@code true}) or the joined text of a set.
   */
  CATEGORY
}
