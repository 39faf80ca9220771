package org.spineregistry.synthesis.table;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One column of the case schema.
 *
 * @param name field name, unique in its table
 * @param kind number or category
 * @param decimals digits after the point of a number, 0 to 12; 0 for a category
 * @param minimum smallest allowed number, null when the schema has none
 * @param maximum largest allowed number, null when the schema has none
 * @param levels allowed levels in schema order; empty when the schema leaves them open (sets), then
 *     a table orders the levels that it holds by name
 * @param ordered whether the levels of a category stand in an order; a number is always ordered
 * @param other level that may stand for rare ones, null when the schema has none
 * @param roles what the column is for
 */
public record Column(
    String name,
    ColumnKind kind,
    int decimals,
    Double minimum,
    Double maximum,
    List<String> levels,
    boolean ordered,
    String other,
    Set<ColumnRole> roles) {
  private static final int MAXIMUM_DECIMALS = 12;
  private static final String OTHER = "OTHER";
  private static final List<String> BOOLEAN_LEVELS = List.of("false", "true");

  public Column {
    levels = List.copyOf(levels);
    roles = Set.copyOf(roles);
    require(!name.isBlank(), "a column needs a name");
    require(
        decimals >= 0 && decimals <= MAXIMUM_DECIMALS,
        name + ": decimals must be between 0 and 12");
    require(
        minimum == null || maximum == null || minimum <= maximum,
        name + ": the minimum is above the maximum");
    require(new HashSet<>(levels).size() == levels.size(), name + ": a level is listed twice");
    require(levels.stream().noneMatch(String::isEmpty), name + ": a level cannot be empty text");
    require(
        !ordered || kind == ColumnKind.NUMBER || !levels.isEmpty(),
        name + ": open levels have no order");
    if (kind == ColumnKind.NUMBER) {
      require(levels.isEmpty(), name + ": a number has no levels");
      require(ordered, name + ": a number is ordered");
    } else {
      require(
          decimals == 0 && minimum == null && maximum == null,
          name + ": a category has neither decimals nor bounds");
    }
  }

  /** A number with fixed decimals and no bounds. */
  public static Column number(String name, int decimals) {
    return new Column(
        name, ColumnKind.NUMBER, decimals, null, null, List.of(), true, null, Set.of());
  }

  /** A category with the given levels, or with open levels when none is given. */
  public static Column category(String name, List<String> levels) {
    return new Column(
        name,
        ColumnKind.CATEGORY,
        0,
        null,
        null,
        levels,
        false,
        levels.contains(OTHER) ? OTHER : null,
        Set.of());
  }

  /** A category with the levels {@code false} and {@code true}. */
  public static Column bool(String name) {
    return category(name, BOOLEAN_LEVELS).inOrder();
  }

  /** The same category, its levels standing in the order of the schema. */
  public Column inOrder() {
    return new Column(name, kind, decimals, minimum, maximum, levels, true, other, roles);
  }

  /** The same category; the level, which the schema allows, may stand for rare ones. */
  public Column withOther(String level) {
    return new Column(name, kind, decimals, minimum, maximum, levels, ordered, level, roles);
  }

  /** The same category with fewer levels, none of which leaves the levels open. */
  public Column withLevels(List<String> fewer) {
    return new Column(
        name,
        kind,
        decimals,
        minimum,
        maximum,
        fewer,
        ordered && !fewer.isEmpty(),
        other != null && fewer.contains(other) ? other : null,
        roles);
  }

  /** The same number column with schema bounds; null leaves a side open. */
  public Column between(Double lowest, Double highest) {
    return new Column(name, kind, decimals, lowest, highest, levels, ordered, other, roles);
  }

  /** The same column with one more role. */
  public Column with(ColumnRole role) {
    Set<ColumnRole> more = EnumSet.of(role);
    more.addAll(roles);
    return new Column(name, kind, decimals, minimum, maximum, levels, ordered, other, more);
  }

  /** Whether the column has the role. */
  public boolean is(ColumnRole role) {
    return roles.contains(role);
  }

  /** Whether the schema leaves the levels of a category open, so that only the rows tell them. */
  public boolean isOpen() {
    return !isNumber() && levels.isEmpty();
  }

  /** Whether the column holds numbers. */
  public boolean isNumber() {
    return kind == ColumnKind.NUMBER;
  }

  /**
   * The rule that a number breaks in this column: {@code NOT_FINITE}, {@code OUT_OF_RANGE}, {@code
   * TOO_LARGE} or {@code TOO_MANY_DECIMALS}; null for none.
   */
  public String brokenRule(double value) {
    if (!Double.isFinite(value)) {
      return "NOT_FINITE";
    }
    boolean low = minimum != null && value < minimum;
    boolean high = maximum != null && value > maximum;
    if (low || high) {
      return "OUT_OF_RANGE";
    }
    if (!Decimal.isWritable(value, decimals)) {
      return "TOO_LARGE";
    }
    return Decimal.fits(value, decimals) ? null : "TOO_MANY_DECIMALS";
  }

  /**
   * The levels that the codes of a table point to: those of the schema, or, when it leaves them
   * open, those that the table holds, by name.
   */
  public List<String> levelsOf(Collection<String> found) {
    if (!levels.isEmpty()) {
      return levels;
    }
    TreeSet<String> open = new TreeSet<>(found);
    if (other != null) {
      open.add(other);
    }
    return List.copyOf(open);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
