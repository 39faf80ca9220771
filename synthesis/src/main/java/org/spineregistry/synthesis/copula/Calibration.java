package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.copula.ColumnUnit.LevelUnit;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;

/**
 * Keeps levels and missing rates where rows are drawn again. A rule turns some levels away more
 * often than others, so that accepted rows would have too few of them. The shares of the draws are
 * raked until those of the accepted rows are the observed ones (Deming and Stephan 1940, Annals of
 * Mathematical Statistics 11:427, with the accepted draws in the place of the table).
 *
 * @param parts the model whose accepted rows have the observed shares
 * @param rounds of raking; 0 when hardly any row is drawn again
 */
record Calibration(ModelParts parts, int rounds) {
  /** Above it, too little is turned away to bend anything. */
  private static final double ENOUGH = 0.97;

  private static final int MOST_ROUNDS = 6;
  private static final int ROWS = 2500;
  private static final double STEP = 1.25;

  /** A level that hardly any rows can have stays rare, rather than most draws be turned away. */
  private static final double MOST = 2;

  /** Raking may not cost more draws than this share of them. */
  private static final double KEPT = 0.6;

  /** Nor bring a single rule near to the half at which a fit is refused. */
  private static final double RULE = 0.58;

  private static final double TOLERANCE = 0.01;
  private static final double RAREST = 1e-6;

  /**
   * Rakes a model.
   *
   * @throws org.spineregistry.synthesis.model.FitException if rows within the rules are too rare
   */
  static Calibration of(ModelParts fitted, Seed seed) {
    double[] present = fitted.blocks().stream().mapToDouble(BlockRule::present).toArray();
    ModelParts parts = fitted;
    Calibration best = new Calibration(fitted, 0);
    double least = Double.POSITIVE_INFINITY;
    double first = 0;
    for (int round = 0; round <= MOST_ROUNDS; round++) {
      Accepted accepted = new Accepted(parts);
      double rate;
      try {
        rate = accepted.draw(seed, round);
      } catch (FitException tooRare) {
        if (round == 0) {
          throw tooRare;
        }
        break;
      }
      first = round == 0 ? rate : first;
      boolean cheap = rate >= KEPT * first && (round == 0 || accepted.rarest() >= RULE);
      double error = accepted.largestError(fitted.units(), present);
      if (error < least && cheap) {
        least = error;
        best = new Calibration(parts, round);
      }
      if (rate > ENOUGH || error < TOLERANCE || !cheap) {
        break;
      }
      parts = accepted.raked(fitted.units(), present);
    }
    return best;
  }

  /** Shares among the accepted rows of a model. */
  private static final class Accepted {
    private final ModelParts parts;
    private final double[][] levels;
    private final double[] atRisk;
    private final double[] present;
    private double rarest;

    Accepted(ModelParts parts) {
      this.parts = parts;
      this.levels = new double[parts.units().length][];
      for (int column = 0; column < levels.length; column++) {
        if (parts.units()[column] instanceof LevelUnit unit) {
          levels[column] = new double[unit.codes().length];
        }
      }
      this.atRisk = new double[parts.blocks().size()];
      this.present = new double[atRisk.length];
    }

    /** Counts accepted rows; gives their share of the draws. */
    double draw(Seed seed, int round) {
      RowSampler sampler =
          new RowSampler(
              parts,
              seed.stream("calibrate/" + round),
              new LatentDraw.Free(parts.lower()),
              Conditions.none());
      Row row = parts.newRow();
      for (int r = 0; r < ROWS; r++) {
        if (r % 256 == 0) {
          Workers.checkpoint();
        }
        sampler.sample(r, row);
        count(row);
      }
      rarest =
          parts.acceptance(ROWS, sampler.draws(), sampler.broken()).rates().entrySet().stream()
              .filter(entry -> !entry.getKey().equals("ALL"))
              .mapToDouble(Map.Entry::getValue)
              .min()
              .orElse(1);
      return (double) ROWS / sampler.draws();
    }

    /** Share of the draws that kept the rule that turns most away. */
    double rarest() {
      return rarest;
    }

    private void count(Row row) {
      for (int column = 0; column < levels.length; column++) {
        if (levels[column] != null && !row.isMissing(column)) {
          LevelUnit unit = (LevelUnit) parts.units()[column];
          levels[column][unit.stepShowing((int) row.cell(column))]++;
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

    /** Largest total variation of a column or difference of a missing rate. */
    double largestError(ColumnUnit[] fitted, double[] wanted) {
      double largest = 0;
      for (int column = 0; column < levels.length; column++) {
        if (levels[column] != null) {
          double[] shares = ((LevelUnit) fitted[column]).steps().shares();
          double total = Math.max(1, sum(levels[column]));
          double variation = 0;
          for (int k = 0; k < shares.length; k++) {
            variation += Math.abs(levels[column][k] / total - shares[k]) / 2;
          }
          largest = Math.max(largest, variation);
        }
      }
      for (int b = 0; b < atRisk.length; b++) {
        if (atRisk[b] > 0) {
          largest = Math.max(largest, Math.abs(present[b] / atRisk[b] - wanted[b]));
        }
      }
      return largest;
    }

    ModelParts raked(ColumnUnit[] fitted, double[] wanted) {
      ColumnUnit[] units = parts.units().clone();
      for (int column = 0; column < units.length; column++) {
        if (levels[column] != null && sum(levels[column]) > 0) {
          units[column] = raked(column, ((LevelUnit) fitted[column]).steps().shares());
        }
      }
      List<BlockRule> blocks = new ArrayList<>();
      for (int b = 0; b < atRisk.length; b++) {
        BlockRule block = parts.blocks().get(b);
        blocks.add(atRisk[b] > 0 ? raked(block, present[b] / atRisk[b], wanted[b]) : block);
      }
      return parts.with(units, blocks);
    }

    private LevelUnit raked(int column, double[] shares) {
      LevelUnit unit = (LevelUnit) parts.units()[column];
      double total = sum(levels[column]);
      double[] weights = new double[shares.length];
      for (int k = 0; k < weights.length; k++) {
        double wanted = unit.steps().mass(k) * factor(shares[k], levels[column][k] / total);
        weights[k] = Math.max(shares[k] / MOST, Math.min(shares[k] * MOST, wanted));
      }
      return unit.weighted(weights);
    }

    private static BlockRule raked(BlockRule block, double accepted, double wanted) {
      double here = block.present() * factor(wanted, accepted);
      double missing = (1 - block.present()) * factor(1 - wanted, 1 - accepted);
      double share = here / (here + missing);
      return block.withPresent(Math.max(RAREST, Math.min(1 - RAREST, share)));
    }

    /** Bounded in one round: a share of few accepted rows is uncertain. */
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
}
