package org.spineregistry.synthesis.copula;

import java.util.List;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.missing.Block;
import org.spineregistry.synthesis.missing.Implication;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * How a sampled row decides about one block of missing cells.
 *
 * @param columns positions of the columns that go missing together
 * @param implications conditions under which they do
 * @param latent number of the latent column that decides at risk, or -1
 * @param threshold above it the block is missing
 * @param always what happens at risk without a latent column
 */
record BlockRule(
    int[] columns, List<Implication> implications, int latent, double threshold, boolean always) {

  static BlockRule of(Block block, int latent) {
    double present = 1 - (double) block.missingAtRisk() / Math.max(1, block.rowsAtRisk());
    return new BlockRule(
        block.columns().stream().mapToInt(column -> column).toArray(),
        block.implications(),
        latent,
        latent < 0 ? Double.NaN : StandardNormal.quantile(present),
        block.alwaysMissingAtRisk());
  }

  /**
   * Whether the row misses the block.
   *
   * @param row with the cells of category columns without missing values
   * @param missing decisions about the earlier blocks
   * @param latents of the row
   */
  boolean isMissing(Row row, boolean[] missing, double[] latents) {
    if (!isAtRisk(row, missing)) {
      return true;
    }
    return latent < 0 ? always : latents[latent] > threshold;
  }

  /**
   * Whether no implication decides already.
   *
   * @param row see {@link #isMissing}
   * @param missing likewise
   */
  boolean isAtRisk(Row row, boolean[] missing) {
    for (Implication implication : implications) {
      boolean active =
          implication.isByBlock()
              ? missing[implication.block()]
              : row.cell(implication.column()) == implication.code();
      if (active) {
        return false;
      }
    }
    return true;
  }

  /** Share of the rows at risk that are to have the block. */
  double present() {
    return StandardNormal.cdf(threshold);
  }

  /** The same rule for another share of the rows at risk that have the block. */
  BlockRule withPresent(double present) {
    return new BlockRule(columns, implications, latent, StandardNormal.quantile(present), always);
  }
}
