package org.spineregistry.schemas.dictionary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Part of a patient's history that a variable belongs to, in the order of time. */
public enum Domain {
  DEMOGRAPHICS,
  PREOPERATIVE,
  OPERATIVE,
  OUTCOME;

  /** The word that the schema uses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Domain> of(String word) {
    return Arrays.stream(values()).filter(domain -> domain.word().equals(word)).findFirst();
  }
}
