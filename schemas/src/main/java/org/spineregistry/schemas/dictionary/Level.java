package org.spineregistry.schemas.dictionary;

/** What a finding means for the case. */
public enum Level {
  /** The case is refused. */
  REJECT,
  /** The case is accepted and the site is asked. */
  QUERY
}
