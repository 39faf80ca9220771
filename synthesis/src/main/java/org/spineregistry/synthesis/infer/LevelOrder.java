package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Orders levels by scales that everybody knows, else by name. The order of first appearance would
 * depend on who came first.
 */
final class LevelOrder {
  private static final List<List<String>> SCALES =
      List.of(
          List.of("false", "true"),
          List.of("f", "t"),
          List.of("no", "yes"),
          List.of("n", "y"),
          List.of("absent", "present"),
          List.of("negative", "positive"),
          List.of("normal", "abnormal"),
          List.of("dead", "alive"),
          List.of("never", "former", "current"),
          List.of("never", "ex", "current"),
          List.of("none", "mild", "moderate", "severe"),
          List.of("low", "medium", "high"),
          List.of("low", "moderate", "high"),
          List.of("poor", "fair", "good", "very good", "excellent"));

  private LevelOrder() {}

  /** The levels in the order of a scale that has them all; empty if there is none. */
  static Optional<List<String>> known(List<String> levels) {
    for (List<String> scale : SCALES) {
      if (levels.stream().allMatch(level -> scale.contains(word(level)))) {
        List<String> ordered = new ArrayList<>(levels);
        ordered.sort((a, b) -> scale.indexOf(word(a)) - scale.indexOf(word(b)));
        return Optional.of(ordered);
      }
    }
    return Optional.empty();
  }

  private static String word(String level) {
    return level.toLowerCase(Locale.ROOT);
  }
}
