package org.spineregistry.synthesis.infer;

import java.util.Set;

/** Texts that table tools write where there is no value. */
final class MissingWords {
  private static final Set<String> WORDS =
      Set.of("", ".", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "NULL", "null", "?");

  private MissingWords() {}

  static boolean isMissing(String text) {
    return WORDS.contains(text);
  }
}
