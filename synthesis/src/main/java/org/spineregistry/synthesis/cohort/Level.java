package org.spineregistry.synthesis.cohort;

/**
 * What the text of a cell means.
 *
 * @param level a level of the column, null if the text breaks a rule
 * @param rule code of the broken rule, null if there is none
 */
public record Level(String level, String rule) {
  /** A text that means a level. */
  public static Level of(String level) {
    return new Level(level, null);
  }

  /** A text that breaks a rule. */
  public static Level broken(String rule) {
    return new Level(null, rule);
  }
}
