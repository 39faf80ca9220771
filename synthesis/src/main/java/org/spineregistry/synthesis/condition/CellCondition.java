package org.spineregistry.synthesis.condition;

import java.util.List;
import java.util.stream.Collectors;

/** What all conditions together ask of the cells of one column. */
public sealed interface CellCondition {
  /** Position of the column. */
  int column();

  /** Whether a cell meets it; a missing cell, {@code NaN}, never does. */
  boolean holds(double cell);

  /** Whether no cell can meet it. */
  boolean isEmpty();

  /** Both conditions together, which must be of the same column. */
  CellCondition and(CellCondition other);

  /** The same text for the same condition, however it was written. */
  String key();

  /**
   * A number inside an interval.
   *
   * @param low smallest value with the column's decimals, may be minus infinity
   * @param high largest likewise
   */
  record NumberRange(int column, double low, double high) implements CellCondition {
    @Override
    public boolean holds(double cell) {
      return cell >= low && cell <= high;
    }

    @Override
    public boolean isEmpty() {
      return low > high;
    }

    /** Whether only one value meets it. */
    public boolean isOneValue() {
      return low == high;
    }

    @Override
    public CellCondition and(CellCondition other) {
      NumberRange range = (NumberRange) other;
      return new NumberRange(column, Math.max(low, range.low), Math.min(high, range.high));
    }

    @Override
    public String key() {
      return "[" + low + "," + high + "]";
    }
  }

  /**
   * One of some levels.
   *
   * @param codes of the levels, rising
   */
  record LevelChoice(int column, List<Integer> codes) implements CellCondition {
    public LevelChoice {
      codes = List.copyOf(codes);
    }

    @Override
    public boolean holds(double cell) {
      return !Double.isNaN(cell) && codes.contains((int) cell);
    }

    @Override
    public boolean isEmpty() {
      return codes.isEmpty();
    }

    @Override
    public CellCondition and(CellCondition other) {
      List<Integer> allowed = ((LevelChoice) other).codes;
      return new LevelChoice(column, codes.stream().filter(allowed::contains).toList());
    }

    @Override
    public String key() {
      return codes.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
  }
}
