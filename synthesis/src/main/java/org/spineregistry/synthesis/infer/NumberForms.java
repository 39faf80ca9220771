package org.spineregistry.synthesis.infer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises numbers in forms that are not read, so that a column of them is not taken for texts
 * without a word: the file can be mended.
 */
final class NumberForms {
  private static final double MOST = 0.9;

  /**
   * A unit is the same in all rows, perhaps in a few spellings; codes such as 12a, 13b have many.
   */
  private static final int UNITS = 3;

  private static final Pattern COMMA = Pattern.compile("[+-]?(\\d+|\\d{1,3}([. ']\\d{3})+)?,\\d+");
  private static final Pattern UNIT =
      Pattern.compile(
          "([^\\p{L}\\d\\s.,+#_-]{0,3}|CHF|EUR|USD|GBP) ?[+-]?\\d+(?:[.,]\\d+)? ?([^\\d\\s.,]{0,12})");
  private static final Set<String> NO_VALUE =
      Set.of(
          "-",
          "--",
          "---",
          "–",
          "—",
          "*",
          "/",
          "x",
          "X",
          "na",
          "N.A.",
          "n.a.",
          "k.A.",
          "k. A.",
          "ND",
          "nd",
          "unknown",
          "Unknown",
          "UNKNOWN",
          "missing",
          "none",
          "None",
          "not done",
          "not known");

  private final ColumnTexts texts;
  private final NumberTexts numbers;

  NumberForms(ColumnTexts texts, NumberTexts numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /** What the column looks like and what would mend it; empty if it is no column of numbers. */
  Optional<String> reason() {
    int commas = 0;
    int withUnit = 0;
    int without = 0;
    Set<String> units = new HashSet<>();
    Set<String> words = new HashSet<>();
    List<String> all = texts.texts();
    for (int t = 0; t < all.size(); t++) {
      Matcher unit = UNIT.matcher(all.get(t));
      if (COMMA.matcher(all.get(t)).matches()) {
        commas += texts.counts()[t];
      } else if (NO_VALUE.contains(all.get(t))) {
        without += texts.counts()[t];
        words.add("'" + all.get(t) + "'");
      } else if (unit.matches() && !unit.group(1).concat(unit.group(2)).isEmpty()) {
        withUnit += texts.counts()[t];
        units.add(unit.group(1) + unit.group(2));
      }
    }
    if (units.size() > UNITS
        || numbers.rows() + commas + withUnit + without < MOST * texts.observed()) {
      return Optional.empty();
    }
    return sentence(commas, withUnit, words);
  }

  private Optional<String> sentence(int commas, int withUnit, Set<String> words) {
    if (commas > 0) {
      return Optional.of(
          "Looks like numbers with decimal commas, which are not read: write points in the file.");
    }
    if (withUnit > 0) {
      return Optional.of(
          "Looks like numbers with a unit or a sign beside them, which are not read: write the bare numbers"
              + " in the file.");
    }
    return words.isEmpty() || numbers.rows() == 0
        ? Optional.empty()
        : Optional.of(
            "Looks like numbers, but many cells hold "
                + String.join(", ", words.stream().sorted().toList())
                + ": if that means no value, leave these cells empty in the file.");
  }
}
