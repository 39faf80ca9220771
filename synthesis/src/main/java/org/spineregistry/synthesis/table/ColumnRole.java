package org.spineregistry.synthesis.table;

/** What a column is for in the gates of a campaign. */
public enum ColumnRole {
  /** The outcome that a utility gate predicts; at most one column of a table has it. */
  PRIMARY_OUTCOME,
  /** Known before the outcome, so a utility gate may predict from it. */
  PREDICTOR,
  /** Could be known to somebody who wants to find a patient. */
  QUASI_IDENTIFIER,
  /** What an attacker must not be able to infer. */
  SECRET,
  /** Known before the treatment: one side of a linkage attack. */
  BEFORE_TREATMENT,
  /** Known at or after the treatment: the other side of a linkage attack. */
  AFTER_TREATMENT,
  /** Recorded together with or after the outcome: no predictor may be. */
  AFTER_OUTCOME,
  /** Splits the patients into groups whose fidelity is reported one by one. */
  SUBGROUP
}
