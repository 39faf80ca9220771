package org.spineregistry.schemas.dictionary;

import java.util.List;

/**
 * A rule of a campaign: a CEL expression that must be true.
 *
 * <p>The code need not be unique: a rule that repeats for several pairs of visits keeps its code.
 *
 * @param message the rule as a sentence
 * @param needs variables without which the rule is skipped; empty means all that it names
 */
public record CaseRule(
    String code, Level level, String message, String expression, List<String> needs) {

  public CaseRule {
    needs = List.copyOf(needs);
  }
}
