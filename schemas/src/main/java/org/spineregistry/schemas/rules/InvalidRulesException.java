package org.spineregistry.schemas.rules;

import java.util.List;

/** Expressions of a schema that do not compile; the message lists all, with rule and position. */
public final class InvalidRulesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  InvalidRulesException(String campaignId, List<String> problems) {
    super("rules of " + campaignId + " do not compile:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
