package org.spineregistry.schemas.dictionary;

/** The checks of intake in their order; an answer lists its findings in this order. */
public enum Stage {
  BYTES,
  TRANSPORT,
  SHAPE,
  IDENTIFIERS,
  DATES,
  AGE,
  IDS,
  HEADER,
  RANGES,
  REJECT_RULES,
  QUERY_RULES,
  SMALL_CELL
}
