package org.spineregistry.synthesis.classic;

import java.util.Arrays;
import org.spineregistry.synthesis.marginal.FittedMarginal;
import org.spineregistry.synthesis.marginal.LatentTable;
import org.spineregistry.synthesis.marginal.Sample;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Decimal;

/** A number column: inverse of the marginal, kept in the observed range, rounded. */
record NumberModel(LatentTable table, int decimals, double missingRate) implements ColumnModel {
  private static final double CLIP = 1e-7;

  /**
   * Fits a column whose observed values are not all equal.
   *
   * @param values NaN is missing
   */
  static FittedColumn fit(Column column, double[] values, ClassicOptions options) {
    double[] observed = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double[] prepared =
        options.imputation() == Imputation.MEAN ? imputed(values, observed) : values;
    Sample sample =
        Sample.of(Arrays.stream(prepared).filter(value -> !Double.isNaN(value)).toArray());
    FittedMarginal marginal = marginal(column, sample, options);
    double lowest = Arrays.stream(observed).min().orElseThrow();
    double highest = Arrays.stream(observed).max().orElseThrow();
    double missing = (double) (values.length - observed.length) / values.length;
    LatentTable table = table(column, marginal, lowest, highest);
    return new FittedColumn(
        new NumberModel(table, column.decimals(), missing),
        scores(prepared, sample, marginal),
        marginal.family());
  }

  private static FittedMarginal marginal(Column column, Sample sample, ClassicOptions options) {
    return options
        .family()
        .map(
            family ->
                FittedMarginal.of(family, sample)
                    .orElseThrow(
                        () ->
                            new FitException(
                                column.name() + ": " + family.label() + " cannot be fitted")))
        .orElseGet(() -> FittedMarginal.best(sample));
  }

  private static LatentTable table(
      Column column, FittedMarginal marginal, double lowest, double highest) {
    try {
      return LatentTable.of(marginal.marginal(), lowest, highest);
    } catch (IllegalArgumentException noMass) {
      throw new FitException(
          column.name() + ": the fitted " + marginal.family().label() + " collapses");
    }
  }

  private static double[] imputed(double[] values, double[] observed) {
    double mean = Arrays.stream(observed).sum() / observed.length;
    return Arrays.stream(values).map(value -> Double.isNaN(value) ? mean : value).toArray();
  }

  /** Q(F(x)) with F kept away from 0 and 1, computed once for each different value. */
  private static double[] scores(double[] values, Sample sample, FittedMarginal marginal) {
    double[] distinct = new double[sample.distinct()];
    double[] latent = new double[sample.distinct()];
    for (int i = 0; i < distinct.length; i++) {
      distinct[i] = sample.value(i);
      double share = marginal.marginal().cdf(distinct[i]);
      latent[i] = StandardNormal.quantile(Math.max(CLIP, Math.min(1 - CLIP, share)));
    }
    return Arrays.stream(values)
        .map(value -> Double.isNaN(value) ? value : latent[Arrays.binarySearch(distinct, value)])
        .toArray();
  }

  @Override
  public ColumnValues decode(double[] latent) {
    double[] values = new double[latent.length];
    for (int row = 0; row < values.length; row++) {
      values[row] =
          Double.isNaN(latent[row])
              ? Double.NaN
              : Decimal.round(table.value(latent[row]), decimals);
    }
    return ColumnValues.numbers(values);
  }
}
