package org.spineregistry.synthesis.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.marginal.Family;
import org.spineregistry.synthesis.metric.KolmogorovSmirnov;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Spearman;

/**
 * What an independent copula with normal marginals did on the same 823 patients: largest KS D .245,
 * 17 of 34 columns above .10, mean Spearman error .038, slope .97, joint missingness off by .203.
 * Ours must land near it; slack covers another random stream and another treatment of gaps.
 */
class RealCohortRegressionTest {
  private static final Table COHORT = OptData.cohort();
  private static Table synthetic;

  @BeforeAll
  static void generate() {
    ClassicOptions options = new ClassicOptions(Imputation.NONE, Optional.of(Family.NORMAL));
    Seed seed = Seed.ofHex("11".repeat(32));
    synthetic = ClassicCopula.fit(COHORT, options, seed, "fit").sample(4000, "release/4000");
  }

  @Test
  void normalMarginalsMissByAsMuch() {
    double[] distances =
        numbers().stream()
            .mapToDouble(c -> KolmogorovSmirnov.of(observed(COHORT, c), observed(synthetic, c)).d())
            .toArray();

    assertThat(Arrays.stream(distances).max().getAsDouble()).isCloseTo(0.245, within(0.02));
    assertThat(Arrays.stream(distances).filter(d -> d > 0.10).count()).isBetween(14L, 19L);
  }

  @Test
  void rankCorrelationsAreKept() {
    List<Integer> columns = numbers();
    List<double[]> real = columns.stream().map(COHORT::numbers).toList();
    List<double[]> found = columns.stream().map(synthetic::numbers).toList();
    double error = 0;
    double products = 0;
    double squares = 0;
    int pairs = 0;
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < i; j++) {
        double expected = Spearman.of(real.get(i), real.get(j));
        if (!Double.isNaN(expected)) {
          double actual = Spearman.of(found.get(i), found.get(j));
          error += Math.abs(expected - actual);
          products += expected * actual;
          squares += expected * expected;
          pairs++;
        }
      }
    }

    assertThat(pairs).isGreaterThan(500);
    assertThat(error / pairs).isCloseTo(0.038, within(0.012));
    assertThat(products / squares).isCloseTo(0.97, within(0.07));
  }

  @Test
  void missingRatesAreKeptButTheirPatternIsLost() {
    double rate = 0;
    double joint = 0;
    for (int i = 0; i < 52; i++) {
      rate = Math.max(rate, Math.abs(share(COHORT, i, i) - share(synthetic, i, i)));
      for (int j = 0; j < i; j++) {
        joint = Math.max(joint, Math.abs(share(COHORT, i, j) - share(synthetic, i, j)));
      }
    }

    assertThat(rate).isLessThan(0.025);
    assertThat(joint).isCloseTo(0.19, within(0.03));
  }

  private static double share(Table table, int i, int j) {
    long missing =
        IntStream.range(0, table.rows())
            .filter(row -> table.isMissing(row, i) && table.isMissing(row, j))
            .count();
    return (double) missing / table.rows();
  }

  private static List<Integer> numbers() {
    return IntStream.range(0, 52).filter(c -> COHORT.columns().get(c).isNumber()).boxed().toList();
  }

  private static double[] observed(Table table, int column) {
    return Arrays.stream(table.numbers(column)).filter(v -> !Double.isNaN(v)).toArray();
  }
}
