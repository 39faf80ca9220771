package org.spineregistry.synthesis.missing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.synthesis.table.Table;

/**
 * The missing cells of a cohort.
 *
 * @param blocks by rising number of missing rows, then by first column name
 */
public record MissingPattern(List<Block> blocks) {
  public MissingPattern {
    blocks = List.copyOf(blocks);
  }

  /**
   * Finds the blocks of a cohort.
   *
   * @param cohort the patients
   * @param columns positions of the columns that are looked at
   * @param k smallest group of rows that counts as evidence
   */
  public static MissingPattern of(Table cohort, List<Integer> columns, int k) {
    List<MissingRows> found = groups(cohort, columns);
    List<Conditions> conditions = new ArrayList<>();
    conditions.add(Conditions.ofLevels(cohort, columns, k));
    List<Block> blocks = new ArrayList<>();
    for (MissingRows group : found) {
      blocks.add(block(group, conditions, k));
      conditions.add(Conditions.ofBlock(blocks.size() - 1, group.rows(), group.count()));
    }
    return new MissingPattern(blocks);
  }

  /** The number of the block that a column belongs to, -1 when it has no missing value. */
  public int blockOf(int column) {
    for (int b = 0; b < blocks.size(); b++) {
      if (blocks.get(b).columns().contains(column)) {
        return b;
      }
    }
    return -1;
  }

  private static Block block(MissingRows group, List<Conditions> conditions, int k) {
    boolean[] atRisk = new boolean[group.rows().length];
    Arrays.fill(atRisk, true);
    List<Implication> implications = new ArrayList<>();
    for (Conditions condition : conditions) {
      condition.implying(group, k, implications, atRisk);
    }
    int rowsAtRisk = 0;
    int missingAtRisk = 0;
    for (int row = 0; row < atRisk.length; row++) {
      rowsAtRisk += atRisk[row] ? 1 : 0;
      missingAtRisk += atRisk[row] && group.rows()[row] ? 1 : 0;
    }
    boolean latent = missingAtRisk >= k && rowsAtRisk - missingAtRisk >= k;
    return new Block(
        group.columns(), group.count(), implications, atRisk, rowsAtRisk, missingAtRisk, latent);
  }

  private static List<MissingRows> groups(Table cohort, List<Integer> columns) {
    List<Integer> byName =
        columns.stream().sorted((a, b) -> name(cohort, a).compareTo(name(cohort, b))).toList();
    Map<MissingRows.Key, MissingRows> groups = new TreeMap<>();
    for (int column : byName) {
      boolean[] rows = new boolean[cohort.rows()];
      int count = 0;
      for (int row = 0; row < rows.length; row++) {
        rows[row] = cohort.isMissing(row, column);
        count += rows[row] ? 1 : 0;
      }
      if (count > 0) {
        groups
            .computeIfAbsent(
                new MissingRows.Key(count, rows), key -> new MissingRows(new ArrayList<>(), rows))
            .columns()
            .add(column);
      }
    }
    return groups.values().stream().sorted((a, b) -> order(a, b, cohort)).toList();
  }

  private static int order(MissingRows a, MissingRows b, Table cohort) {
    return a.count() != b.count()
        ? Integer.compare(a.count(), b.count())
        : name(cohort, a.columns().get(0)).compareTo(name(cohort, b.columns().get(0)));
  }

  private static String name(Table cohort, int column) {
    return cohort.columns().get(column).name();
  }
}
