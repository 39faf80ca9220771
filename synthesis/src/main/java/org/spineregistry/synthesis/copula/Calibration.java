package org.spineregistry.synthesis.copula;

import org.spineregistry.synthesis.copula.ColumnUnit.LevelUnit;
import org.spineregistry.synthesis.copula.ColumnUnit.NumberUnit;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * Keeps levels, ranges of quasi-identifiers and missing rates where rows are drawn again. A rule
 * turns some values away more often than others, so that accepted rows would have too few of them.
 * The shares of the draws are raked until those of the accepted rows are the observed ones (Deming
 * and Stephan 1940, Annals of Mathematical Statistics 11:427, with the accepted draws in the place
 * of the table).
 *
 * @param parts the model whose accepted rows come nearest to the observed shares
 * @param rounds of raking; 0 when hardly any row is drawn again
 */
record Calibration(ModelParts parts, int rounds) {
  /** Above it, too little is turned away to bend anything. */
  private static final double ENOUGH = 0.97;

  private static final int MOST_ROUNDS = 9;

  /** Raking may not cost more draws than leave this share of the acceptance. */
  private static final double KEPT = 0.6;

  /** Nor bring a single rule near to the half at which a fit is refused. */
  private static final double RULE = 0.58;

  /**
   * Rakes a model.
   *
   * @throws FitException if rows within the rules are too rare
   */
  static Calibration of(ModelParts fitted, Table cohort, Seed seed) {
    if (!fitted.checks().canBend()) {
      return new Calibration(fitted, 0);
    }
    Margin[] margins = margins(fitted, cohort);
    double[] present = fitted.blocks().stream().mapToDouble(BlockRule::present).toArray();
    boolean[] held = new boolean[margins.length];
    ModelParts parts = fitted;
    Calibration best = new Calibration(fitted, 0);
    double least = Double.POSITIVE_INFINITY;
    double first = 0;
    for (int round = 0; round <= MOST_ROUNDS; round++) {
      AcceptedShares accepted = new AcceptedShares(parts, margins, present);
      boolean cheap = draws(accepted, seed, round);
      first = round == 0 ? accepted.rate() : first;
      cheap &= round == 0 || (accepted.rate() >= KEPT * first && accepted.rarest() >= RULE);
      if (cheap && accepted.error() < least) {
        least = accepted.error();
        best = new Calibration(parts, round);
      }
      if (cheap && (accepted.kept() > ENOUGH || accepted.error() == 0)) {
        break;
      }
      if (cheap) {
        parts = accepted.raked(held);
      } else if (isAny(held)) {
        break;
      } else {
        // few patients share what is missed: the quasi-identifiers stay as far as they came
        held = quasiIdentifiers(cohort);
        parts = best.parts();
      }
    }
    return best;
  }

  /** Whether rows can be drawn at all; at first they must. */
  private static boolean draws(AcceptedShares accepted, Seed seed, int round) {
    try {
      accepted.draw(seed.stream("calibrate/" + round));
      return true;
    } catch (FitException tooRare) {
      if (round == 0) {
        throw tooRare;
      }
      return false;
    }
  }

  private static boolean isAny(boolean[] held) {
    for (boolean one : held) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  private static boolean[] quasiIdentifiers(Table cohort) {
    boolean[] found = new boolean[cohort.columns().size()];
    cohort.withRole(ColumnRole.QUASI_IDENTIFIER).forEach(column -> found[column] = true);
    return found;
  }

  private static Margin[] margins(ModelParts fitted, Table cohort) {
    Margin[] margins = new Margin[fitted.units().length];
    for (int column = 0; column < margins.length; column++) {
      ColumnUnit unit = fitted.units()[column];
      if (unit instanceof LevelUnit levels) {
        margins[column] = new Margin.Levels(levels);
      } else if (unit instanceof NumberUnit number
          && cohort.columns().get(column).is(ColumnRole.QUASI_IDENTIFIER)) {
        margins[column] = Margin.Ranges.of(number, cohort.numbers(column));
      }
    }
    return margins;
  }
}
