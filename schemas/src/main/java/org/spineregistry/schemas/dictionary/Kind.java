package org.spineregistry.schemas.dictionary;

/** What a value is. In brackets, the Java class of a value in a {@link CaseCandidate}. */
public enum Kind {
  /** A whole number ({@code Long}). */
  INTEGER,
  /** A decimal number, always finite ({@code Double}). */
  NUMBER,
  /** True or false ({@code Boolean}). */
  BOOLEAN,
  /** One symbol of a closed list ({@code String}). */
  CHOICE,
  /** A set of symbols ({@code List<String>}, in the order of the list, each once). */
  CHOICES,
  /** Text by a strict pattern, in the header only: a campaign can have no text ({@code String}). */
  TEXT
}
