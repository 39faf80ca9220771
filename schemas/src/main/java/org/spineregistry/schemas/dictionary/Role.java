package org.spineregistry.schemas.dictionary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a variable is used for. A closed list, so that a misspelt role cannot open a gap in privacy.
 */
public enum Role {
  /** The patient's age: its range is checked as an identifier, not only as a number. */
  AGE,
  /** Known outside the registry and therefore part of the small-cell check. */
  QUASI_IDENTIFIER,
  /** Known at surgery; predicts the primary outcome in utility gates. */
  PREDICTOR,
  /** Measured after surgery. */
  OUTCOME,
  /** The one outcome that utility gates predict. */
  PRIMARY_OUTCOME,
  /** What an attacker must not be able to infer. */
  SECRET;

  /** The word that the schema uses, such as {@code quasi-identifier}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
