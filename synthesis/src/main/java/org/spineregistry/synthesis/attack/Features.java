package org.spineregistry.synthesis.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.missing.MissingPattern;
import org.spineregistry.synthesis.step.Steps;
import org.spineregistry.synthesis.table.Table;

/**
 * Rows as an attacker sees them who knows the family of the generator: the normal score of each
 * number, the standardised step score of each category, a flag for each block of columns that go
 * missing together; a missing cell is 0. All scores come from one table, so that release and
 * patients are measured alike.
 */
final class Features {
  /** Smallest group that counts as evidence; the blocks themselves do not depend on it. */
  private static final int K = 5;

  private final List<Feature> features;

  private Features(List<Feature> features) {
    this.features = features;
  }

  /**
   * Features that a table defines.
   *
   * @param cohort every column becomes a feature, every block of missing cells another one
   */
  static Features of(Table cohort) {
    List<Feature> features = new ArrayList<>();
    List<Integer> columns = IntStream.range(0, cohort.columns().size()).boxed().toList();
    LevelOrder order = new LevelOrder(cohort);
    for (int column : columns) {
      features.add(
          cohort.columns().get(column).isNumber()
              ? new Feature.NumberFeature(column, NormalScores.of(cohort.numbers(column)))
              : new Feature.LevelFeature(cohort, column, scores(cohort, column, order.of(column))));
    }
    MissingPattern.of(cohort, columns, K)
        .blocks()
        .forEach(block -> features.add(new Feature.MissingFeature(block.columns().get(0))));
    return new Features(features);
  }

  /** Values of all features of all rows of a table with the columns and levels of the cohort. */
  EncodedRows encode(Table table) {
    int dimensions = features.size();
    double[] values = new double[table.rows() * dimensions];
    for (int d = 0; d < dimensions; d++) {
      double[] feature = features.get(d).of(table);
      for (int row = 0; row < feature.length; row++) {
        values[row * dimensions + d] = feature[row];
      }
    }
    return new EncodedRows(table.rows(), dimensions, values);
  }

  private static double[] scores(Table cohort, int column, int[] order) {
    double[] scores = new double[cohort.levels(column).size()];
    if (order.length == 0) {
      return scores;
    }
    int[] counts = new int[scores.length];
    for (int code : cohort.codes(column)) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    Steps steps = Steps.of(IntStream.of(order).map(code -> counts[code]).toArray());
    for (int k = 0; k < order.length; k++) {
      scores[order[k]] = order.length == 1 ? 0 : steps.scores()[k] / steps.resolution();
    }
    return scores;
  }
}
