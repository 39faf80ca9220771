package org.spineregistry.synthesis.metric;

import java.util.HashMap;
import java.util.Map;
import org.spineregistry.synthesis.table.Table;

/**
 * Rows that equal another one in every column. Patients of a coarse table may be alike by chance;
 * then many more pairs are alike in all columns but one, because each column alone could have told
 * the two apart. Where pairs that are wholly alike outnumber those, the same patient stands in the
 * table twice.
 *
 * @param rows that have a twin
 * @param alike pairs of rows that are alike in every column
 * @param almost pairs that differ in exactly one column
 */
public record Twins(int rows, long alike, long almost) {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /** Looks at all pairs; takes time in proportion to the cells. */
  public static Twins of(Table table) {
    long[][] parts = new long[table.columns().size()][];
    long[] whole = new long[table.rows()];
    for (int column = 0; column < parts.length; column++) {
      parts[column] = part(table, column);
      add(parts[column], whole);
    }
    Map<Long, Integer> groups = counts(whole);
    int rows = groups.values().stream().filter(count -> count > 1).mapToInt(count -> count).sum();
    long alike = pairs(groups);
    long almost = 0;
    for (long[] part : parts) {
      long[] others = new long[whole.length];
      for (int row = 0; row < others.length; row++) {
        others[row] = whole[row] - part[row];
      }
      almost += pairs(counts(others)) - alike;
    }
    return new Twins(rows, alike, almost);
  }

  /** A number for each row that only rows have in common that are alike in every column. */
  static long[] keys(Table table) {
    long[] keys = new long[table.rows()];
    for (int column = 0; column < table.columns().size(); column++) {
      add(part(table, column), keys);
    }
    return keys;
  }

  private static long[] part(Table table, int column) {
    boolean number = table.columns().get(column).isNumber();
    double[] numbers = number ? table.numbers(column) : null;
    int[] codes = number ? null : table.codes(column);
    long[] part = new long[table.rows()];
    for (int row = 0; row < part.length; row++) {
      long cell = number ? Double.doubleToLongBits(numbers[row]) : codes[row];
      part[row] = mixed(cell + (column + 1) * PRIME);
    }
    return part;
  }

  private static void add(long[] part, long[] whole) {
    for (int row = 0; row < whole.length; row++) {
      whole[row] += part[row];
    }
  }

  private static Map<Long, Integer> counts(long[] keys) {
    Map<Long, Integer> counts = new HashMap<>(2 * keys.length);
    for (long key : keys) {
      counts.merge(key, 1, Integer::sum);
    }
    return counts;
  }

  private static long pairs(Map<Long, Integer> groups) {
    return groups.values().stream().mapToLong(count -> count * (count - 1L) / 2).sum();
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA). */
  private static long mixed(long value) {
    long z = value;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** Whether they are the same patients again, and not patients who are alike. */
  public boolean areRepeats() {
    return alike > almost;
  }
}
