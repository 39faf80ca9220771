package org.spineregistry.synthesis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

class PairEvidenceTest {
  private static final RandomStream RANDOM = Seed.ofHex("71".repeat(32)).stream("pairs");

  /** The textbook sums about the means of the common rows, row by row. */
  @Property(tries = 200, seed = "2026")
  void isThePearsonCorrelationOfTheRowsThatBothHave(
      @ForAll @IntRange(min = 20, max = 300) int rows,
      @ForAll @DoubleRange(min = 0, max = 0.9) double gaps,
      @ForAll @DoubleRange(min = -1, max = 1) double slope,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    double[] x = new double[rows];
    double[] y = new double[rows];
    for (int row = 0; row < rows; row++) {
      double normal = RANDOM.normal(salt, row, 0);
      x[row] = RANDOM.uniform(salt, row, 2) < gaps ? Double.NaN : 3 + normal;
      y[row] =
          RANDOM.uniform(salt, row, 3) < gaps
              ? Double.NaN
              : slope * normal + RANDOM.normal(salt, row, 1);
    }

    PairEvidence evidence = PairEvidence.of(column(x), column(y));

    int common = common(x, y);
    assertThat(evidence.rows()).isEqualTo(common < PairEvidence.MINIMUM_ROWS ? 0 : common);
    assertThat(evidence.correlation())
        .isCloseTo(common < PairEvidence.MINIMUM_ROWS ? 0 : pearson(x, y), within(1e-12));
  }

  /** Constant where the other column has values, although not elsewhere. */
  @Example
  void aColumnThatIsConstantOnTheCommonRowsSaysNothing() {
    for (double value : new double[] {0, 0.1, -1.7, 1e-4}) {
      double[] x = new double[500];
      double[] y = new double[500];
      for (int row = 0; row < x.length; row++) {
        x[row] = row < 40 ? value : RANDOM.normal(9, row, 0);
        y[row] = row < 40 ? RANDOM.normal(9, row, 1) : Double.NaN;
      }
      assertThat(PairEvidence.of(column(x), column(y))).isEqualTo(new PairEvidence(0, 0));
    }
  }

  @Example
  void oneDifferentPatientIsNotRounding() {
    double[] x = new double[5000];
    double[] y = new double[5000];
    x[4321] = 1;
    y[4321] = 1;
    assertThat(PairEvidence.of(column(x), column(y)).correlation()).isCloseTo(1, within(1e-12));
  }

  private static ScoredColumn column(double[] scores) {
    return new ScoredColumn(scores, 1, new double[0]);
  }

  private static int common(double[] x, double[] y) {
    int rows = 0;
    for (int row = 0; row < x.length; row++) {
      rows += Double.isNaN(x[row]) || Double.isNaN(y[row]) ? 0 : 1;
    }
    return rows;
  }

  private static double pearson(double[] x, double[] y) {
    double[] total = new double[2];
    for (int row = 0; row < x.length; row++) {
      if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
        total[0] += x[row];
        total[1] += y[row];
      }
    }
    int rows = common(x, y);
    double[] sums = new double[3];
    for (int row = 0; row < x.length; row++) {
      double dx = x[row] - total[0] / rows;
      double dy = y[row] - total[1] / rows;
      if (!Double.isNaN(dx) && !Double.isNaN(dy)) {
        sums[0] += dx * dx;
        sums[1] += dy * dy;
        sums[2] += dx * dy;
      }
    }
    assertThat(Arrays.stream(sums).limit(2).min().orElse(0)).isPositive();
    return sums[2] / Math.sqrt(sums[0] * sums[1]);
  }
}
