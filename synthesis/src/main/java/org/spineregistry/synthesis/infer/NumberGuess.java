package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.table.Column;

/** Says what a column of numbers is. */
final class NumberGuess {
  /** More decimals than this are the trace of a computation, not of a measurement. */
  private static final int MOST_DECIMALS = 6;

  private static final double ROUNDING = 1e-4;
  private static final double LARGEST = 1e15;

  /** Below this many expected ties, no tie at all is nothing special. */
  private static final double EXPECTED_TIES = 5;

  private final ColumnTexts texts;
  private final NumberTexts numbers;
  private final NameWords name;

  NumberGuess(ColumnTexts texts, NumberTexts numbers) {
    this.texts = texts;
    this.numbers = numbers;
    this.name = new NameWords(texts.name());
  }

  /** Whether the numbers seem to number the patients. */
  boolean isIdentifier() {
    boolean all = texts.areUnique() && numbers.others() == 0;
    if (!all || numbers.decimals() > 0) {
      return false;
    }
    return numbers.maximum() >= LARGEST
        || name.suggestIdentifier()
        || numbers.areMonotone()
        || expectedTies() > EXPECTED_TIES
        || haveManyDigits();
  }

  /** Pairs of equal numbers to expect if they were drawn at random from their range. */
  private double expectedTies() {
    double pairs = 0.5 * numbers.rows() * (numbers.rows() - 1);
    return pairs / (numbers.maximum() - numbers.minimum() + 1);
  }

  /** Record numbers have six or more digits, the same number of them each. */
  private boolean haveManyDigits() {
    int length = texts.texts().get(0).length();
    return length >= 6 && texts.texts().stream().allMatch(text -> text.length() == length);
  }

  /** 0 and 1 and nothing else. */
  boolean isYesNo() {
    return texts.texts().size() == 2 && texts.texts().contains("0") && texts.texts().contains("1");
  }

  InferredColumn yesNo() {
    Column column = Column.category(texts.name(), List.of("0", "1")).inOrder();
    return new InferredColumn(
        texts.name(),
        Finding.YES_NO,
        column,
        false,
        texts.missing(),
        List.of("Only 0 and 1: read as no and yes.", "Check that it is no count."));
  }

  InferredColumn number() {
    List<String> notes = new ArrayList<>();
    int decimals = numbers.decimals();
    boolean rounded = decimals > MOST_DECIMALS;
    if (rounded) {
      decimals = enoughDecimals();
      notes.add(
          "Has up to "
              + numbers.decimals()
              + " decimals, the trace of a computation: rounded to "
              + decimals
              + ".");
    } else if (decimals == 0) {
      notes.add("Whole numbers.");
    } else {
      notes.add("Numbers with up to " + decimals + (decimals == 1 ? " decimal." : " decimals."));
    }
    Bounds bounds = Bounds.of(numbers, decimals, name);
    notes.add("Check unit and bounds: a bound is rounded outward unless five patients share it.");
    if (numbers.others() > 0) {
      notes.add("Some cells are no numbers; reading the file names them.");
    }
    numbers
        .standIn()
        .ifPresent(n -> notes.add(n + " may mean no value: if so, empty these cells."));
    if (name.suggestAge() && numbers.maximum() > 89 && numbers.maximum() < 130) {
      notes.add("Ages above 89 identify: code them as 90.");
    }
    Column column =
        Column.number(texts.name(), decimals).between(bounds.minimum(), bounds.maximum());
    return new InferredColumn(
        texts.name(),
        decimals == 0 ? Finding.WHOLE_NUMBER : Finding.DECIMAL_NUMBER,
        column,
        rounded,
        texts.missing(),
        notes);
  }

  /** The fewest decimals whose rounding is lost in the range of the numbers. */
  private int enoughDecimals() {
    double range = numbers.maximum() - numbers.minimum();
    double error = 0.5;
    int decimals = 0;
    while (decimals < MOST_DECIMALS && error > ROUNDING * range) {
      error /= 10;
      decimals++;
    }
    return decimals;
  }
}
