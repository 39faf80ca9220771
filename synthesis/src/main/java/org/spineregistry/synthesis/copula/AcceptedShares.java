package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.RandomStream;

/** What accepted rows of a model hold, and the model that would bring it nearer to the cohort. */
final class AcceptedShares {
  private static final int ROWS = 2500;
  private static final int CHECKPOINT = 256;
  private static final double RAREST = 1e-6;
  private static final double VARIATION = 0.03;
  private static final double RATE = 0.006;

  /** Most that one round moves a share: that of few accepted rows is uncertain. */
  private static final double STEP = 1.25;

  /** A level that hardly any rows can have stays rare, rather than most draws be turned away. */
  private static final double MOST = 2;

  private final ModelParts parts;
  private final Margin[] margins;
  private final double[] wantedPresent;
  private final double[][] counts;
  private final double[] atRisk;
  private final double[] present;
  private double rate;
  private double rarest;
  private double kept;

  /**
   * @param margins of each column; null for one that is not raked
   * @param wantedPresent share of the rows at risk that are to have each block
   */
  AcceptedShares(ModelParts parts, Margin[] margins, double[] wantedPresent) {
    this.parts = parts;
    this.margins = margins;
    this.wantedPresent = wantedPresent;
    this.counts = new double[margins.length][];
    for (int column = 0; column < margins.length; column++) {
      counts[column] = margins[column] == null ? null : new double[margins[column].wanted().length];
    }
    this.atRisk = new double[parts.blocks().size()];
    this.present = new double[atRisk.length];
  }

  /**
   * Draws rows and counts those that are accepted.
   *
   * @throws org.spineregistry.synthesis.model.FitException if rows within the rules are too rare
   */
  void draw(RandomStream stream) {
    RowSampler sampler =
        new RowSampler(parts, stream, new LatentDraw.Free(parts.lower()), Conditions.none());
    Row row = parts.newRow();
    for (int r = 0; r < ROWS; r++) {
      if (r % CHECKPOINT == 0) {
        Workers.checkpoint();
      }
      sampler.sample(r, row);
      count(row);
    }
    rate = (double) ROWS / sampler.draws();
    // an extreme is the value of a patient or a few: turning it away bends no share
    long extremes = sampler.broken()[parts.checks().codes().indexOf(RowChecks.REAL_EXTREME)];
    kept = (double) ROWS / (sampler.draws() - extremes);
    rarest =
        parts.acceptance(ROWS, sampler.draws(), sampler.broken()).rates().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("ALL"))
            .mapToDouble(Map.Entry::getValue)
            .min()
            .orElse(1);
  }

  private void count(Row row) {
    for (int column = 0; column < counts.length; column++) {
      if (counts[column] != null && !row.isMissing(column)) {
        counts[column][margins[column].bin(row.cell(column))]++;
      }
    }
    boolean[] missing = new boolean[atRisk.length];
    for (int b = 0; b < missing.length; b++) {
      BlockRule block = parts.blocks().get(b);
      missing[b] = row.isMissing(block.columns()[0]);
      if (block.latent() >= 0 && block.isAtRisk(row, missing)) {
        atRisk[b]++;
        present[b] += missing[b] ? 0 : 1;
      }
    }
  }

  /** Share of the draws that were accepted. */
  double rate() {
    return rate;
  }

  /** The same of the draws that showed no real extreme. */
  double kept() {
    return kept;
  }

  /** Share of the draws that kept the rule that turns most away. */
  double rarest() {
    return rarest;
  }

  /**
   * How far the accepted rows are from the cohort: total variations of columns and differences of
   * missing rates, each beyond what no gate minds.
   */
  double error() {
    double error = 0;
    for (int column = 0; column < counts.length; column++) {
      if (counts[column] != null) {
        double[] wanted = margins[column].wanted();
        double total = Math.max(1, sum(counts[column]));
        double variation = 0;
        for (int bin = 0; bin < wanted.length; bin++) {
          variation += Math.abs(counts[column][bin] / total - wanted[bin]) / 2;
        }
        error += Math.max(0, variation - VARIATION);
      }
    }
    for (int b = 0; b < atRisk.length; b++) {
      if (atRisk[b] > 0) {
        error += Math.max(0, Math.abs(present[b] / atRisk[b] - wantedPresent[b]) - RATE);
      }
    }
    return error;
  }

  /**
   * The model one round further.
   *
   * @param held columns that stay as they are, with the blocks that hold one of them
   */
  ModelParts raked(boolean[] held) {
    ColumnUnit[] units = parts.units().clone();
    for (int column = 0; column < units.length; column++) {
      if (!held[column] && counts[column] != null && sum(counts[column]) > 0) {
        units[column] = raked(column);
      }
    }
    List<BlockRule> blocks = new ArrayList<>();
    for (int b = 0; b < atRisk.length; b++) {
      BlockRule block = parts.blocks().get(b);
      boolean free = atRisk[b] > 0 && IntStream.of(block.columns()).noneMatch(c -> held[c]);
      blocks.add(free ? raked(block, present[b] / atRisk[b], wantedPresent[b]) : block);
    }
    return parts.with(units, blocks);
  }

  private ColumnUnit raked(int column) {
    double[] wanted = margins[column].wanted();
    double total = sum(counts[column]);
    double[] masses = margins[column].masses(parts.units()[column]);
    for (int bin = 0; bin < masses.length; bin++) {
      double moved = masses[bin] * factor(wanted[bin], counts[column][bin] / total);
      masses[bin] = Math.max(wanted[bin] / MOST, Math.min(wanted[bin] * MOST, moved));
    }
    return margins[column].with(parts.units()[column], masses);
  }

  private static BlockRule raked(BlockRule block, double accepted, double wanted) {
    double here = block.present() * factor(wanted, accepted);
    double missing = (1 - block.present()) * factor(1 - wanted, 1 - accepted);
    double share = here / (here + missing);
    return block.withPresent(Math.max(RAREST, Math.min(1 - RAREST, share)));
  }

  private static double factor(double wanted, double accepted) {
    return Math.max(1 / STEP, Math.min(STEP, wanted / Math.max(accepted, RAREST)));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
