package org.spineregistry.synthesis.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Spearman;

/** Two halves of the real cohort compared by the definition: each pair of columns for itself. */
class HalvingNoiseTest {
  private static final int HALVINGS = 20;
  private static final RandomStream STREAM = Seed.ofHex("3d".repeat(32)).stream("halves");

  @Test
  void isTheMeanOverHalvings() {
    Table cohort = OptData.cohort().select(IntStream.range(0, 151).toArray());
    List<Integer> columns = StructureFidelity.columns(cohort).subList(0, 14);
    double difference = 0;
    double slope = 0;
    for (int halving = 0; halving < HALVINGS; halving++) {
      int[] shuffled = shuffled(cohort.rows(), halving);
      double[] first = correlations(cohort.select(part(shuffled, 0, 75)), columns);
      double[] second = correlations(cohort.select(part(shuffled, 75, 151)), columns);
      difference += meanDifference(first, second) / HALVINGS;
      slope += slope(first, second) / HALVINGS;
    }

    HalvingNoise noise = HalvingNoise.of(columns(cohort, columns), STREAM);

    assertThat(noise.difference()).isCloseTo(difference, within(1e-12));
    assertThat(noise.slope()).isCloseTo(slope, within(1e-12));
  }

  private static Table columns(Table cohort, List<Integer> columns) {
    return OptData.table(columns.stream().map(c -> cohort.columns().get(c).name()).toList())
        .select(IntStream.range(0, cohort.rows()).toArray());
  }

  private static int[] shuffled(int rows, int halving) {
    double[] keys = new double[rows];
    STREAM.uniforms(halving, 0, keys);
    return IntStream.range(0, rows)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> keys[row]))
        .mapToInt(row -> row)
        .toArray();
  }

  private static int[] part(int[] rows, int from, int to) {
    return IntStream.range(from, to).map(i -> rows[i]).toArray();
  }

  /** Of all pairs, NaN where they are not defined. */
  private static double[] correlations(Table table, List<Integer> columns) {
    return IntStream.range(0, columns.size())
        .boxed()
        .flatMapToDouble(
            i ->
                IntStream.range(0, i)
                    .mapToDouble(
                        j ->
                            Spearman.of(
                                cells(table, columns.get(i)), cells(table, columns.get(j)))))
        .toArray();
  }

  private static double[] cells(Table table, int column) {
    return table.columns().get(column).isNumber()
        ? table.numbers(column)
        : IntStream.of(table.codes(column)).mapToDouble(c -> c < 0 ? Double.NaN : c).toArray();
  }

  private static double meanDifference(double[] first, double[] second) {
    return defined(first, second)
        .mapToDouble(p -> Math.abs(first[p] - second[p]))
        .average()
        .orElse(0);
  }

  /** Covariance over variance. */
  private static double slope(double[] x, double[] y) {
    double meanX = defined(x, y).mapToDouble(p -> x[p]).average().orElse(0);
    double meanY = defined(x, y).mapToDouble(p -> y[p]).average().orElse(0);
    double covariance = defined(x, y).mapToDouble(p -> (x[p] - meanX) * (y[p] - meanY)).sum();
    return covariance / defined(x, y).mapToDouble(p -> (x[p] - meanX) * (x[p] - meanX)).sum();
  }

  private static IntStream defined(double[] first, double[] second) {
    return IntStream.range(0, first.length)
        .filter(p -> !Double.isNaN(first[p]) && !Double.isNaN(second[p]));
  }
}
