package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.missing.Block;
import org.spineregistry.synthesis.missing.MissingPattern;
import org.spineregistry.synthesis.step.ScoredColumn;
import org.spineregistry.synthesis.step.Steps;
import org.spineregistry.synthesis.table.Table;

/**
 * Which latent columns a cohort has: first those of its columns in schema order, then those of its
 * blocks of missing cells.
 */
final class LatentLayout {
  private final Table cohort;
  private final List<FittedColumn> columns = new ArrayList<>();
  private final ColumnUnit[] units;
  private final int[] latentOfColumn;
  private final List<ScoredColumn> scored = new ArrayList<>();
  private final List<BlockRule> blocks = new ArrayList<>();

  private LatentLayout(Table cohort) {
    this.cohort = cohort;
    this.units = new ColumnUnit[cohort.columns().size()];
    this.latentOfColumn = new int[units.length];
  }

  static LatentLayout of(Table cohort, Contract contract, int k) {
    LatentLayout layout = new LatentLayout(cohort);
    List<Integer> shown = layout.addColumns(contract, k);
    layout.addBlocks(MissingPattern.of(cohort, shown, k));
    return layout;
  }

  /** Adds the columns and gives those that have values to go missing. */
  private List<Integer> addColumns(Contract contract, int k) {
    ColumnFit fit = new ColumnFit(cohort, k);
    List<Integer> shown = new ArrayList<>();
    for (int c = 0; c < units.length; c++) {
      latentOfColumn[c] = -1;
      boolean derived = contract.derived().names().contains(cohort.columns().get(c).name());
      FittedColumn column = derived ? null : fit.fit(c);
      columns.add(column);
      if (column != null) {
        units[c] = column.unit();
        if (column.isLatent()) {
          latentOfColumn[c] = scored.size();
          scored.add(column.scored());
        }
        if (!Double.isNaN(units[c].cell(0))) {
          shown.add(c);
        }
      }
    }
    return shown;
  }

  private void addBlocks(MissingPattern pattern) {
    for (Block block : pattern.blocks()) {
      int latent = -1;
      if (block.latent()) {
        latent = scored.size();
        scored.add(indicator(block));
      }
      blocks.add(BlockRule.of(block, latent));
    }
  }

  /** Two steps, present and missing, on the rows at risk only. */
  private ScoredColumn indicator(Block block) {
    int first = block.columns().get(0);
    int[] step = new int[cohort.rows()];
    for (int row = 0; row < step.length; row++) {
      step[row] = !block.atRisk()[row] ? -1 : cohort.isMissing(row, first) ? 1 : 0;
    }
    int missing = block.missingAtRisk();
    return ScoredColumn.of(Steps.of(new int[] {block.rowsAtRisk() - missing, missing}), step);
  }

  /** All latent columns. */
  List<ScoredColumn> scored() {
    return scored;
  }

  /** How cells come out, by column; null for a derived one. */
  ColumnUnit[] units() {
    return units;
  }

  /** Number of each column's latent, or -1. */
  int[] latentOfColumn() {
    return latentOfColumn;
  }

  List<BlockRule> blocks() {
    return blocks;
  }

  /** Levels of each category column, empty for a number. */
  List<List<String>> levels() {
    List<List<String>> levels = new ArrayList<>();
    for (int c = 0; c < units.length; c++) {
      levels.add(cohort.columns().get(c).isNumber() ? List.of() : cohort.levels(c));
    }
    return levels;
  }

  /** Column of each latent; an indicator belongs to the first column of its block. */
  List<String> owners() {
    String[] owners = new String[scored.size()];
    for (int c = 0; c < latentOfColumn.length; c++) {
      if (latentOfColumn[c] >= 0) {
        owners[latentOfColumn[c]] = cohort.columns().get(c).name();
      }
    }
    for (BlockRule block : blocks) {
      if (block.latent() >= 0) {
        owners[block.latent()] = cohort.columns().get(block.columns()[0]).name();
      }
    }
    return List.of(owners);
  }

  /** Squared resolutions: in the repair, columns that carry little information give way. */
  double[] weights() {
    return scored.stream().mapToDouble(c -> c.resolution() * c.resolution()).toArray();
  }

  /** Whether one latent is a column and the other the indicator of its own block. */
  boolean isOwnBlock(int first, int second) {
    for (BlockRule block : blocks) {
      if (block.latent() == first || block.latent() == second) {
        int column = block.latent() == first ? second : first;
        for (int c : block.columns()) {
          if (latentOfColumn[c] == column) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Column name to the names of its merged levels. */
  Map<String, List<String>> merged() {
    Map<String, List<String>> merged = new TreeMap<>();
    for (int c = 0; c < units.length; c++) {
      if (columns.get(c) != null && !columns.get(c).merged().isEmpty()) {
        merged.put(cohort.columns().get(c).name(), columns.get(c).merged());
      }
    }
    return merged;
  }

  /** Names of the columns that are constant or too seldom observed. */
  List<String> notModelled() {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < units.length; c++) {
      if (units[c] != null && latentOfColumn[c] < 0) {
        names.add(cohort.columns().get(c).name());
      }
    }
    return names;
  }
}
