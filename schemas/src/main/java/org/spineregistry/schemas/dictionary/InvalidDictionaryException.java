package org.spineregistry.schemas.dictionary;

import java.util.List;

/** A schema that is no data dictionary; the message lists every problem, one a line. */
public final class InvalidDictionaryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * @param schema full name of the record, or the file
   * @param problems every problem with its place
   */
  public InvalidDictionaryException(String schema, List<String> problems) {
    super(schema + " is no data dictionary:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
