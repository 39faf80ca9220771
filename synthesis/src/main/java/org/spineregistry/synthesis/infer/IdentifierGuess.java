package org.spineregistry.synthesis.infer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says whether a column identifies patients although its values may repeat. */
final class IdentifierGuess {
  private static final int FEW = 10;
  private static final int K = 5;
  private static final int LONG = 8;

  /** Beyond this share of rows with a value like an address the column is no place for a level. */
  private static final double SOME = 0.1;

  private static final double MOST = 0.9;
  private static final Set<String> ANSWERS =
      Set.of("0", "1", "no", "yes", "n", "y", "f", "t", "false", "true");

  private final ColumnTexts texts;
  private final NumberTexts numbers;
  private final NameWords name;
  private final IdentifierNames names;

  IdentifierGuess(ColumnTexts texts, NumberTexts numbers) {
    this.texts = texts;
    this.numbers = numbers;
    this.name = new NameWords(texts.name());
    this.names = new IdentifierNames(name);
  }

  /** Whether the column seems to number the patients, whether or not each once. */
  boolean isPatientId() {
    boolean suggested = names.suggestPatientId() || names.mayBePatientId() && !areFew();
    return suggested && !areAnswers() && !areMeasured();
  }

  /** Whether nearly every row has a value of its own, so that the others are mistakes. */
  static boolean isNearlyUnique(ColumnTexts texts) {
    return texts.texts().size() >= MOST * texts.observed();
  }

  boolean isDate() {
    return names.suggestDate() && !areAnswers();
  }

  /** Why the column identifies by its name or its values, in a sentence; empty if it does not. */
  Optional<String> direct() {
    if (areAnswers()) {
      return Optional.empty();
    }
    if (names.suggestDirect() || names.mayBeDirect() && !areFew()) {
      return Optional.of(
          "By its name it identifies a person and is refused, however often a value stands in it.");
    }
    Optional<String> kind = kind();
    if (kind.isPresent()) {
      return Optional.of(
          "Has values that look like " + kind.get() + ", which identify and are refused.");
    }
    return areLongNumbers()
        ? Optional.of("Has long numbers that few rows share, so it may identify and is refused.")
        : Optional.empty();
  }

  /** Why a column of ids, of whatever, is refused. */
  Optional<String> id() {
    return names.suggestId() && !name.suggestSite() && !areAnswers() && !areMeasured()
        ? Optional.of("By its name an id, so it may identify and is refused.")
        : Optional.empty();
  }

  private Optional<String> kind() {
    Map<String, Integer> rows = new TreeMap<>();
    List<String> all = texts.texts();
    for (int t = 0; t < all.size(); t++) {
      String kind = IdentifierText.kind(all.get(t));
      if (kind != null) {
        rows.merge(kind, texts.counts()[t], Integer::sum);
      }
    }
    return rows.entrySet().stream()
        .filter(entry -> entry.getValue() >= SOME * texts.observed())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean areLongNumbers() {
    boolean whole = numbers.areMost() && numbers.others() == 0 && numbers.decimals() == 0;
    return whole
        && K * texts.texts().size() > texts.observed()
        && texts.texts().size() > FEW
        && texts.texts().stream().allMatch(text -> text.matches("\\d{" + LONG + ",}"));
  }

  private boolean areFew() {
    return texts.texts().size() <= FEW;
  }

  private boolean areMeasured() {
    return numbers.areMost() && numbers.decimals() > 0;
  }

  private boolean areAnswers() {
    return texts.texts().size() <= 4
        && texts.texts().stream().allMatch(text -> ANSWERS.contains(text.toLowerCase(Locale.ROOT)));
  }
}
