package org.spineregistry.synthesis.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;

/**
 * Fits the Gaussian copula of the published method (Sklar 1959; Patki, Wedge and Veeramachaneni
 * 2016): parametric marginals, Pearson correlation of their latent scores.
 */
public final class ClassicCopula {
  /** Fewer rows carry no correlation worth a model. */
  public static final int MINIMUM_ROWS = 10;

  private ClassicCopula() {}

  /**
   * Fits a model. Constant columns are copied, columns without values stay empty; both are listed
   * in the model's parameters.
   *
   * @param cohort rows sorted by case id
   * @param seed of the run
   * @param label purpose of the fit, such as {@code fit/release}; names the stream of the uniform
   *     draws of category columns
   * @throws FitException when the cohort is too small or a column has no fit
   */
  public static ClassicModel fit(Table cohort, ClassicOptions options, Seed seed, String label) {
    if (cohort.rows() < MINIMUM_ROWS) {
      throw new FitException(
          "A classic fit needs at least " + MINIMUM_ROWS + " rows, there are " + cohort.rows());
    }
    ColumnFit columnFit = new ColumnFit(cohort, options, seed.stream(label));
    List<FittedColumn> columns = new ArrayList<>();
    for (int c = 0; c < cohort.columns().size(); c++) {
      columns.add(columnFit.fit(c));
    }
    int[] latent =
        IntStream.range(0, columns.size()).filter(c -> columns.get(c).isLatent()).toArray();
    LatentCorrelation correlation =
        LatentCorrelation.of(IntStream.of(latent).mapToObj(c -> columns.get(c).scores()).toList());
    return new ClassicModel(
        cohort.columns(),
        columns.stream().map(FittedColumn::model).toList(),
        latent,
        correlation,
        ClassicParameters.of(cohort.columns(), columns, options, correlation.repair()),
        seed);
  }
}
