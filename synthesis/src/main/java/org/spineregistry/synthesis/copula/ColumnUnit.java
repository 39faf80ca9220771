package org.spineregistry.synthesis.copula;

import org.spineregistry.synthesis.condition.CellCondition.NumberRange;
import org.spineregistry.synthesis.quantile.HiddenExtremes;
import org.spineregistry.synthesis.quantile.QuantileTable;
import org.spineregistry.synthesis.special.StandardNormal;
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

  /** What rows show in the place of a patient's cell: it may be rounded, or its level merged. */
  double shown(double cell);

  /** Codes of the levels that rows can show, none for a number. */
  default int[] codes() {
    return new int[0];
  }

  /**
   * A number by its quantile table.
   *
   * @param hiddenLow real minimum that must not show, NaN when enough patients share it
   * @param hiddenHigh likewise the maximum
   */
  record NumberUnit(QuantileTable table, int decimals, double hiddenLow, double hiddenHigh)
      implements ColumnUnit {
    /** As large as an atom: a share that one latent number must not stand for. */
    private static final double COMMON = 0.05;

    @Override
    public double cell(double latent) {
      return Decimal.round(table.ofLatent(latent), decimals);
    }

    @Override
    public boolean isExtreme(double cell) {
      return cell == hiddenLow || cell == hiddenHigh;
    }

    @Override
    public double shown(double cell) {
      return Decimal.round(cell, decimals);
    }

    /** The same number by another table. */
    NumberUnit with(QuantileTable other) {
      return new NumberUnit(other, decimals, hiddenLow, hiddenHigh);
    }

    /** The latent numbers, from and to, that give a number in a range. */
    double[] latents(NumberRange range) {
      return latents(share(range.low(), -1), share(range.high(), 1));
    }

    /**
     * The latent number in the middle of those that give a value, twice; the lowest and the highest
     * when so many rows show the value that one for all would flatten them; NaN for no such rows.
     */
    double[] latents(double value) {
      double from = share(value, -1);
      double to = share(value, 1);
      double middle = from < to ? 0.5 * (from + to) : Double.NaN;
      return to - from < COMMON ? latents(middle, middle) : latents(from, to);
    }

    private static double[] latents(double from, double to) {
      return new double[] {StandardNormal.quantile(from), StandardNormal.quantile(to)};
    }

    /** Share of the rows below the values that round to one (side -1), or up to them (side 1). */
    private double share(double value, int side) {
      return Double.isInfinite(value)
          ? 0.5 * (1 + side)
          : table.share(value + side * 0.5 / StrictMath.pow(10, decimals));
    }
  }

  /**
   * A category by its steps.
   *
   * @param codes level code of each step
   * @param stepOf step of each level code, -1 for a level that the cohort does not hold
   */
  record LevelUnit(Steps steps, int[] codes, int[] stepOf) implements ColumnUnit {
    /** The step that shows a level; that of rare ones may be held by nobody itself. */
    int stepShowing(int code) {
      for (int step = 0; step < codes.length; step++) {
        if (codes[step] == code) {
          return step;
        }
      }
      throw new IllegalArgumentException("No step shows this level");
    }

    /** The same levels with other shares of the latent mass. */
    LevelUnit weighted(double[] weights) {
      return new LevelUnit(steps.weighted(weights), codes, stepOf);
    }

    @Override
    public double cell(double latent) {
      return codes[steps.stepOf(latent)];
    }

    @Override
    public double shown(double cell) {
      return codes[stepOf[(int) cell]];
    }
  }

  /**
   * One column of a time and what ended it, see {@link PairUnit}, which sets its cells.
   *
   * @param hidden real extremes that must not show
   * @param codes of a status
   */
  record PairedUnit(HiddenExtremes hidden, int[] codes) implements ColumnUnit {
    @Override
    public double cell(double latent) {
      return 0;
    }

    @Override
    public double shown(double cell) {
      return cell;
    }

    @Override
    public boolean isExtreme(double cell) {
      return hidden.hides(cell);
    }
  }

  /** A column with one value, which is copied; NaN when too few patients have any. */
  record ConstantUnit(double value) implements ColumnUnit {
    @Override
    public double cell(double latent) {
      return value;
    }

    @Override
    public double shown(double cell) {
      return value;
    }
  }
}
