package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.missing.Block;
import org.spineregistry.synthesis.missing.MissingPattern;
import org.spineregistry.synthesis.step.ScoredColumn;
import org.spineregistry.synthesis.step.Steps;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/**
 * Which latent columns a cohort has: first those of its columns in schema order, then those of its
 * blocks of missing cells.
 */
final class LatentLayout {
  /** Of a column that carries no information at all: a status that ended all at one time. */
  private static final double LEAST_WEIGHT = 1e-6;

  private final Table cohort;
  private final Map<String, List<String>> merged = new TreeMap<>();
  private final ColumnUnit[] units;
  private final int[] latentOfColumn;

  /** Numbers of the latents of each column; both columns of a pair have all of the pair. */
  private final int[][] latents;

  private final List<PairUnit> pairs = new ArrayList<>();
  private final List<ScoredColumn> scored = new ArrayList<>();
  private final List<BlockRule> blocks = new ArrayList<>();

  private LatentLayout(Table cohort) {
    this.cohort = cohort;
    this.units = new ColumnUnit[cohort.columns().size()];
    this.latentOfColumn = new int[units.length];
    this.latents = new int[units.length][0];
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
    Map<Integer, FittedPair> paired = FittedPair.all(cohort, contract, k);
    List<Integer> shown = new ArrayList<>();
    for (int c = 0; c < units.length; c++) {
      latentOfColumn[c] = -1;
      String name = cohort.columns().get(c).name();
      if (paired.containsKey(c)) {
        add(c, paired.get(c));
      } else if (!contract.derived().names().contains(name)) {
        add(c, fit.fit(c));
      }
      if (units[c] != null && !Double.isNaN(units[c].cell(0))) {
        shown.add(c);
      }
    }
    return shown;
  }

  private void add(int c, FittedColumn column) {
    units[c] = column.unit();
    merge(c, column.merged());
    if (column.isLatent()) {
      latentOfColumn[c] = scored.size();
      latents[c] = new int[] {scored.size()};
      scored.add(column.scored());
    }
  }

  /** The latents of a pair stand where its first column does. */
  private void add(int c, FittedPair pair) {
    units[c] = pair.unit(c);
    int other = c == pair.time() ? pair.status() : pair.time();
    if (pair.isModelled() && c < other) {
      pairs.add(pair.sampled(scored.size(), cohort.columns().get(pair.time()).decimals()));
      int[] numbers =
          IntStream.range(0, pair.scored().size()).map(i -> i + scored.size()).toArray();
      latents[c] = numbers;
      latents[other] = numbers;
      scored.addAll(pair.scored());
      merge(pair.status(), pair.ends().merged());
    }
  }

  private void merge(int column, List<String> levels) {
    if (!levels.isEmpty()) {
      merged.put(cohort.columns().get(column).name(), levels);
    }
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

  /** Number of the latent that a column has for itself, or -1. */
  int[] latentOfColumn() {
    return latentOfColumn;
  }

  /** The pairs that are modelled. */
  List<PairUnit> pairs() {
    return pairs;
  }

  /** Their columns, such as {@code days/status}. */
  List<String> pairNames() {
    return pairs.stream()
        .map(
            pair ->
                cohort.columns().get(pair.time()).name()
                    + "/"
                    + cohort.columns().get(pair.status()).name())
        .toList();
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

  /** Squared resolutions: in the repair, columns that carry little information give way. */
  double[] weights() {
    return scored.stream().mapToDouble(column -> weight(column.resolution())).toArray();
  }

  /** Weight of one column in the repair. */
  static double weight(double resolution) {
    return Math.max(LEAST_WEIGHT, resolution * resolution);
  }

  /** Whose the latents are. */
  LatentOwners owners() {
    return new LatentOwners(latents, blocks);
  }

  /** Name of a column of each latent. */
  List<String> ownerNames() {
    return owners().names(cohort.columns().stream().map(Column::name).toList(), scored.size());
  }

  /** Column name to the names of its merged levels. */
  Map<String, List<String>> merged() {
    return merged;
  }

  /** Names of the columns that are constant or too seldom observed. */
  List<String> notModelled() {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < units.length; c++) {
      if (units[c] != null && latents[c].length == 0) {
        names.add(cohort.columns().get(c).name());
      }
    }
    return names;
  }
}
