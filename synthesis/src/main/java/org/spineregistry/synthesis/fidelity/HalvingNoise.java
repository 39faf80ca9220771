package org.spineregistry.synthesis.fidelity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.RankedTable;
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
    RankedTable ranked = RankedTable.of(cohort, StructureFidelity.columns(cohort));
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
      StructureFidelity compared =
          StructureFidelity.of(
              ranked.correlations(Arrays.copyOf(shuffled, half)),
              ranked.correlations(Arrays.copyOfRange(shuffled, half, shuffled.length)));
      difference += compared.meanDifference() / HALVINGS;
      slope += compared.slope() / HALVINGS;
    }
    return new HalvingNoise(difference, slope);
  }
}
