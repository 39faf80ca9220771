package org.spineregistry.synthesis.copula;

import org.spineregistry.synthesis.quantile.QuantileTable;
import org.spineregistry.synthesis.step.Steps;
import org.spineregistry.synthesis.table.Decimal;

/** How the cells of one column come out of its latent number. */
sealed interface ColumnUnit {
  /** The cell of a latent number: a number, or the code of a level; {@code NaN} for none. */
  double cell(double latent);

  /**
   * Whether a cell shows a real extreme that too few patients share, so that the row must be drawn
   * again.
   */
  default boolean isExtreme(double cell) {
    return false;
  }

  /**
   * A number by its quantile table.
   *
   * @param hiddenLow real minimum that must not show, NaN when enough patients share it
   * @param hiddenHigh likewise the maximum
   */
  record NumberUnit(QuantileTable table, int decimals, double hiddenLow, double hiddenHigh)
      implements ColumnUnit {
    @Override
    public double cell(double latent) {
      return Decimal.round(table.ofLatent(latent), decimals);
    }

    @Override
    public boolean isExtreme(double cell) {
      return cell == hiddenLow || cell == hiddenHigh;
    }
  }

  /**
   * A category by its steps.
   *
   * @param codes level code of each step
   */
  record LevelUnit(Steps steps, int[] codes) implements ColumnUnit {
    @Override
    public double cell(double latent) {
      return codes[steps.stepOf(latent)];
    }
  }

  /** A column with one value, which is copied; NaN when too few patients have any. */
  record ConstantUnit(double value) implements ColumnUnit {
    @Override
    public double cell(double latent) {
      return value;
    }
  }
}
