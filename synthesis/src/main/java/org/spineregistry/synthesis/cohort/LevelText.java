package org.spineregistry.synthesis.cohort;

import java.util.List;

/** How a file writes the levels of a category. Immutable and thread-safe. */
@FunctionalInterface
public interface LevelText {
  /**
   * What a text means.
   *
   * @param text not missing, without white space around it
   */
  Level level(String text);

  /** Each level is written as it is; with no levels every text is one. */
  static LevelText plain(List<String> levels) {
    return text ->
        levels.isEmpty() || levels.contains(text) ? Level.of(text) : Level.broken("NOT_IN_LIST");
  }

  /** True and false in small or capital letters, as spreadsheets write them. */
  static LevelText bool() {
    return text -> {
      if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
        return Level.of(text.equalsIgnoreCase("true") ? "true" : "false");
      }
      return Level.broken("NOT_TRUE_OR_FALSE");
    };
  }
}
