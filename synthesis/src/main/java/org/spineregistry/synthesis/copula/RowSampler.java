package org.spineregistry.synthesis.copula;

import java.util.List;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.random.RandomStream;

/** Draws rows one by one until each meets the conditions and keeps every rule. Not thread-safe. */
final class RowSampler {
  /** Most draws of one row. */
  static final int MOST_ATTEMPTS = 200;

  private final ModelParts parts;
  private final RandomStream stream;
  private final LatentDraw draw;
  private final Conditions conditions;
  private final double[] latents;
  private final boolean[] missing;
  private final long[] broken;
  private long draws;

  /**
   * @param draw whose rows mostly meet the conditions
   */
  RowSampler(ModelParts parts, RandomStream stream, LatentDraw draw, Conditions conditions) {
    this.parts = parts;
    this.stream = stream;
    this.draw = draw;
    this.conditions = conditions;
    this.latents = new double[parts.latents()];
    this.missing = new boolean[parts.blocks().size()];
    this.broken = new long[parts.checks().codes().size()];
  }

  /**
   * Draws one row.
   *
   * @param number of the row
   * @param row filled
   * @throws FitException if no draw keeps the rules
   */
  void sample(long number, Row row) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      draw.draw(stream, number, attempt, latents);
      draws++;
      decode(row);
      if (parts.checks().apply(row, conditions, broken)) {
        return;
      }
    }
    throw parts.tooRare(broken, draws);
  }

  private void decode(Row row) {
    int[] latentOf = parts.latentOfColumn();
    ColumnUnit[] units = parts.units();
    for (int column = 0; column < units.length; column++) {
      double latent = latentOf[column] < 0 ? 0 : latents[latentOf[column]];
      row.set(column, units[column] == null ? Double.NaN : units[column].cell(latent));
    }
    for (PairUnit pair : parts.pairs()) {
      pair.decode(latents, row);
    }
    List<BlockRule> blocks = parts.blocks();
    for (int b = 0; b < missing.length; b++) {
      BlockRule block = blocks.get(b);
      missing[b] = block.isMissing(row, missing, latents);
    }
    for (int b = 0; b < missing.length; b++) {
      if (missing[b]) {
        for (int column : blocks.get(b).columns()) {
          row.set(column, Double.NaN);
        }
      }
    }
  }

  /** Draws so far that broke each check, in the order of the checks' codes. */
  long[] broken() {
    return broken;
  }

  /** Draws so far. */
  long draws() {
    return draws;
  }
}
