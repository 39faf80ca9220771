package org.spineregistry.synthesis.table;

/** What a column is for in the gates of a campaign. */
public enum ColumnRole {
  /** The outcome that a utility gate predicts; at most one column of a table has it. */
  PRIMARY_OUTCOME,
  /** Known before the outcome, so a utility gate may predict from it. */
  PREDICTOR,
  /** Could be known to somebody who wants to find a patient. */
  QUASI_IDENTIFIER
}
