package org.spineregistry.synthesis.fidelity;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.SpearmanMatrix;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Table;

/**
 * How alike two random halves of the cohort are: the yardstick for structure.
 *
 * @param difference mean over halvings of the mean absolute difference of rank correlations
 * @param slope mean over halvings of the slope of one half on the other
 */
public record HalvingNoise(double difference, double slope) {
  private static final int HALVINGS = 20;

  /**
   * Halves the cohort at random 20 times.
   *
   * @param stream row h gives halving h
   */
  public static HalvingNoise of(Table cohort, RandomStream stream) {
    List<Integer> columns = StructureFidelity.columns(cohort);
    double difference = 0;
    double slope = 0;
    for (int halving = 0; halving < HALVINGS; halving++) {
      Workers.checkpoint();
      double[] keys = new double[cohort.rows()];
      stream.uniforms(halving, 0, keys);
      int[] shuffled =
          IntStream.range(0, keys.length)
              .boxed()
              .sorted(Comparator.comparingDouble(row -> keys[row]))
              .mapToInt(row -> row)
              .toArray();
      int half = keys.length / 2;
      SpearmanMatrix first = matrix(cohort, columns, shuffled, 0, half);
      SpearmanMatrix second = matrix(cohort, columns, shuffled, half, keys.length);
      StructureFidelity compared = StructureFidelity.of(first, second);
      difference += compared.meanDifference() / HALVINGS;
      slope += compared.slope() / HALVINGS;
    }
    return new HalvingNoise(difference, slope);
  }

  private static SpearmanMatrix matrix(
      Table cohort, List<Integer> columns, int[] shuffled, int from, int to) {
    int[] rows = IntStream.range(from, to).map(i -> shuffled[i]).sorted().toArray();
    return SpearmanMatrix.of(cohort.select(rows), columns);
  }
}
