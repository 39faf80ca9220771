package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spineregistry.synthesis.table.Column;

/** Says what a column of texts is. */
final class TextGuess {
  private static final int FEW = 10;
  private static final int MOST_LEVELS = 50;
  private static final int LONGEST_LEVEL = 100;
  private static final int K = 5;

  private final ColumnTexts texts;

  TextGuess(ColumnTexts texts) {
    this.texts = texts;
  }

  /** Whether nearly every row has a text of its own. */
  boolean isIdentifier() {
    return texts.areUnique();
  }

  /** Whether the texts are too many, too long or too rare for levels. */
  boolean isFreeText() {
    int levels = texts.texts().size();
    boolean rare = levels > FEW && texts.observed() < K * levels;
    boolean longest = texts.texts().stream().anyMatch(text -> text.length() > LONGEST_LEVEL);
    return levels > MOST_LEVELS || rare || longest;
  }

  InferredColumn category() {
    List<String> notes = new ArrayList<>();
    Column column = column(notes);
    int rare = 0;
    for (int count : texts.counts()) {
      rare += count < K ? 1 : 0;
    }
    if (rare > 0) {
      notes.add(
          rare
              + (rare == 1 ? " level is" : " levels are")
              + " held by fewer than 5 patients and will be merged into others.");
    }
    Finding finding = column.levels().size() == 2 ? Finding.YES_NO : Finding.CATEGORY;
    return new InferredColumn(texts.name(), finding, column, false, texts.missing(), notes);
  }

  private Column column(List<String> notes) {
    String name = texts.name();
    if (areTrueAndFalse()) {
      notes.add("True and false.");
      return Column.bool(name);
    }
    Optional<List<String>> known = LevelOrder.known(texts.texts());
    List<String> levels = known.orElse(List.copyOf(new TreeSet<>(texts.texts())));
    notes.add(levels.size() == 1 ? "One level." : levels.size() + " levels.");
    Column column = Column.category(name, levels);
    for (String level : levels) {
      column = level.equalsIgnoreCase("other") ? column.withOther(level) : column;
    }
    if (levels.size() == 2) {
      return column.inOrder();
    }
    if (known.isPresent()) {
      notes.add("Check the order of the levels.");
      return column.inOrder();
    }
    notes.add("Check whether the levels stand in an order; none is assumed.");
    return column;
  }

  private boolean areTrueAndFalse() {
    Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    words.addAll(texts.texts());
    return words.size() == 2 && words.contains("true") && words.contains("false");
  }
}
