package org.spineregistry.synthesis.condition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.condition.CellCondition.LevelChoice;
import org.spineregistry.synthesis.condition.CellCondition.NumberRange;
import org.spineregistry.synthesis.table.Column;

/** Reads the terms of conditions against the columns that they speak of. */
final class TermReader {
  /** Short enough to be a double with all its digits. */
  private static final String NUMBER = "[+-]?[0-9]{1,15}(\\.[0-9]{1,12})?";

  private static final double NONE = Double.POSITIVE_INFINITY;

  private final ConditionScope scope;
  private final List<String> problems;

  /**
   * @param problems grows by those of the terms
   */
  TermReader(ConditionScope scope, List<String> problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /** What a term asks for, null when it has a problem. */
  CellCondition read(Term term) {
    if (term.relation() == null || term.column().isEmpty()) {
      problems.add("'" + term.text() + "': a condition reads column=value");
      return null;
    }
    String refusal = scope.refusal(term.column());
    if (refusal != null) {
      return problem(term, refusal);
    }
    int position = scope.indexOf(term.column());
    Column column = scope.columns().get(position);
    return column.isNumber() ? number(term, position, column) : level(term, position, column);
  }

  private CellCondition number(Term term, int position, Column column) {
    if (term.relation() == Relation.NOT) {
      return problem(term, "a number takes =, >=, >, <= and <, not !=");
    }
    if (!term.value().matches(NUMBER)) {
      return problem(term, "'" + term.value() + "' is not a number");
    }
    BigDecimal value = new BigDecimal(term.value());
    BigDecimal unit = BigDecimal.ONE.movePointLeft(column.decimals());
    BigDecimal floor = value.setScale(column.decimals(), RoundingMode.FLOOR);
    BigDecimal ceiling = value.setScale(column.decimals(), RoundingMode.CEILING);
    return switch (term.relation()) {
      case AT_LEAST -> new NumberRange(position, ceiling.doubleValue(), NONE);
      case ABOVE -> new NumberRange(position, floor.add(unit).doubleValue(), NONE);
      case AT_MOST -> new NumberRange(position, -NONE, floor.doubleValue());
      case BELOW -> new NumberRange(position, -NONE, ceiling.subtract(unit).doubleValue());
      default -> equal(term, position, column, value);
    };
  }

  private CellCondition equal(Term term, int position, Column column, BigDecimal value) {
    double number = value.doubleValue();
    String broken = column.brokenRule(number);
    if (broken == null) {
      return new NumberRange(position, number, number);
    }
    String rule =
        switch (broken) {
          case "TOO_MANY_DECIMALS" -> "has more than " + column.decimals() + " decimals";
          case "OUT_OF_RANGE" -> "is out of the range of the schema";
          default -> "is too large";
        };
    return problem(term, "'" + term.value() + "' " + rule);
  }

  private CellCondition level(Term term, int position, Column column) {
    if (term.relation() != Relation.EQUAL && term.relation() != Relation.NOT) {
      return problem(term, "a category takes = and != only");
    }
    List<String> levels = scope.levels().get(position);
    int code = levels.indexOf(term.value());
    // an open level that only some patients have must not be told from one that nobody has
    if (code < 0 && !column.levels().isEmpty()) {
      return problem(term, "'" + term.value() + "' is not a level of this column");
    }
    boolean equal = term.relation() == Relation.EQUAL;
    return new LevelChoice(
        position,
        IntStream.range(0, levels.size()).filter(c -> (c == code) == equal).boxed().toList());
  }

  private CellCondition problem(Term term, String rule) {
    problems.add(term.column() + ": " + rule);
    return null;
  }
}
