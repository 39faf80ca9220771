package org.spineregistry.synthesis.copula;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.copula.ColumnUnit.LevelUnit;
import org.spineregistry.synthesis.copula.ColumnUnit.NumberUnit;

/** The shares of one column that raking holds. */
sealed interface Margin {
  /** Shares of the observed values. */
  double[] wanted();

  /** Which share a cell counts for. */
  int bin(double cell);

  /** Latent mass that a unit gives to each share. */
  double[] masses(ColumnUnit unit);

  /** The unit with other latent masses, each above 0, in any unit. */
  ColumnUnit with(ColumnUnit unit, double[] masses);

  /** Levels of a category. */
  record Levels(LevelUnit fitted) implements Margin {
    @Override
    public double[] wanted() {
      return fitted.steps().shares();
    }

    @Override
    public int bin(double cell) {
      return fitted.stepShowing((int) cell);
    }

    @Override
    public double[] masses(ColumnUnit unit) {
      return IntStream.range(0, fitted.codes().length)
          .mapToDouble(((LevelUnit) unit).steps()::mass)
          .toArray();
    }

    @Override
    public ColumnUnit with(ColumnUnit unit, double[] masses) {
      return ((LevelUnit) unit).weighted(masses);
    }
  }

  /**
   * Ranges of a number.
   *
   * @param edges between the ranges, rising; an edge belongs to the range above
   * @param wanted share of the observed values in each range, each above 0
   */
  record Ranges(double[] edges, double[] wanted) implements Margin {
    private static final int PARTS = 8;

    /** About eighths of the observed values; null when they are too much the same. */
    static Ranges of(NumberUnit unit, double[] values) {
      double[] observed = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
      double[] edges =
          IntStream.range(1, PARTS)
              .mapToDouble(part -> unit.table().quantile((double) part / PARTS))
              .distinct()
              .toArray();
      double[] wanted = new double[edges.length + 1];
      for (double value : observed) {
        wanted[rangeOf(edges, value)] += 1.0 / observed.length;
      }
      boolean usable = edges.length > 0 && Arrays.stream(wanted).allMatch(share -> share > 0);
      return usable ? new Ranges(edges, wanted) : null;
    }

    @Override
    public int bin(double cell) {
      return rangeOf(edges, cell);
    }

    private static int rangeOf(double[] edges, double value) {
      int range = 0;
      while (range < edges.length && value >= edges[range]) {
        range++;
      }
      return range;
    }

    @Override
    public double[] masses(ColumnUnit unit) {
      double[] below = shares((NumberUnit) unit);
      return IntStream.range(0, wanted.length)
          .mapToDouble(range -> below[range + 1] - below[range])
          .toArray();
    }

    @Override
    public ColumnUnit with(ColumnUnit unit, double[] masses) {
      double total = Arrays.stream(masses).sum();
      double[] moved = new double[masses.length + 1];
      for (int range = 0; range < masses.length; range++) {
        moved[range + 1] = moved[range] + masses[range] / total;
      }
      moved[masses.length] = 1;
      NumberUnit number = (NumberUnit) unit;
      return number.with(number.table().reshared(shares(number), moved));
    }

    /** Share below each edge, from 0 to 1. */
    private double[] shares(NumberUnit unit) {
      double[] below = new double[edges.length + 2];
      for (int edge = 0; edge < edges.length; edge++) {
        below[edge + 1] = Math.max(below[edge], unit.table().share(edges[edge]));
      }
      below[below.length - 1] = 1;
      return below;
    }
  }
}
