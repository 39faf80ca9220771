package org.spineregistry.schemas.dictionary;

import java.util.List;

/**
 * One problem of a case. It never holds a submitted value, nor the name of an unknown field.
 *
 * @param stage the check that found it
 * @param code what is wrong, for machines
 * @param level whether the case is refused or the site is asked
 * @param fields paths in the schema: {@code bmi}, {@code header.siteId}, {@code missing.bmi},
 *     {@code complications90d[2]}; an unknown field by its position, from 1: {@code #12}, {@code
 *     header.#9}, {@code missing.#1}; a rule names all its variables
 * @param rule what should hold, as a sentence
 * @param hint what to do, or empty
 */
public record Finding(
    Stage stage, String code, Level level, List<String> fields, String rule, String hint) {

  public Finding {
    fields = List.copyOf(fields);
  }

  /** A finding about one field that refuses the case. */
  public static Finding reject(Stage stage, String code, String field, String rule, String hint) {
    return new Finding(stage, code, Level.REJECT, List.of(field), rule, hint);
  }

  public boolean rejects() {
    return level == Level.REJECT;
  }

  /** The first field. */
  public String field() {
    return fields.isEmpty() ? "" : fields.get(0);
  }
}
