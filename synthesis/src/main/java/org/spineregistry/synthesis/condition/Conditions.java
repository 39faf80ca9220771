package org.spineregistry.synthesis.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spineregistry.synthesis.contract.Row;

/**
 * What rows must meet: at most one condition a column, by position.
 *
 * @param text as written, for messages
 * @param cells conditions by position of their columns
 */
public record Conditions(String text, List<CellCondition> cells) {
  private static final Conditions NONE = new Conditions("", List.of());

  public Conditions {
    cells = List.copyOf(cells);
  }

  /** Conditions that every row meets. */
  public static Conditions none() {
    return NONE;
  }

  /**
   * Reads conditions such as {@code procedure=SIJF,ageYears>=60}: a number takes {@code =}, {@code
   * >=}, {@code >}, {@code <=} and {@code <}, a category {@code =} and {@code !=}. Several on one
   * column hold together.
   *
   * @param text conditions with commas between them; a value with a comma stands in double quotes;
   *     blank for none
   * @throws ConditionsException with every problem
   */
  public static Conditions parse(String text, ConditionScope scope) {
    List<String> problems = new ArrayList<>();
    TermReader reader = new TermReader(scope, problems);
    Map<Integer, CellCondition> cells = new TreeMap<>();
    for (Term term : Term.of(text)) {
      CellCondition read = reader.read(term);
      if (read != null) {
        CellCondition before = cells.get(read.column());
        CellCondition both = before == null ? read : before.and(read);
        if (before != null && both.isEmpty() && !before.isEmpty() && !read.isEmpty()) {
          problems.add(term.column() + ": the conditions exclude each other");
        }
        cells.put(read.column(), both);
      }
    }
    if (!problems.isEmpty()) {
      throw new ConditionsException(problems);
    }
    return new Conditions(text.strip(), List.copyOf(cells.values()));
  }

  /**
   * These conditions and one more.
   *
   * @param written how to call the new one in messages
   */
  public Conditions and(CellCondition added, String written) {
    Map<Integer, CellCondition> all = new TreeMap<>();
    cells.forEach(cell -> all.put(cell.column(), cell));
    all.merge(added.column(), added, CellCondition::and);
    return new Conditions(
        text.isEmpty() ? written : text + "," + written, List.copyOf(all.values()));
  }

  /** Whether there is nothing to meet. */
  public boolean isEmpty() {
    return cells.isEmpty();
  }

  /** Whether a row meets all of them. */
  public boolean hold(Row row) {
    for (CellCondition cell : cells) {
      if (!cell.holds(row.cell(cell.column()))) {
        return false;
      }
    }
    return true;
  }

  /** The same text for the same conditions on the same columns, however they were written. */
  public String key() {
    return cells.stream().map(cell -> cell.column() + cell.key()).collect(Collectors.joining("&"));
  }
}
