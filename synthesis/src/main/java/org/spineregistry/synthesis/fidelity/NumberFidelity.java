package org.spineregistry.synthesis.fidelity;

import java.util.Arrays;
import org.spineregistry.synthesis.metric.Divergence;
import org.spineregistry.synthesis.metric.KolmogorovSmirnov;

/**
 * How faithful one number column is.
 *
 * @param name of the column
 * @param real number of real values
 * @param synthetic number of synthetic values
 * @param ks two-sample Kolmogorov-Smirnov D
 * @param sdRatio synthetic over real standard deviation; 1 when both are 0
 * @param sdError standard error of the logarithm of that ratio
 * @param commonest share of the commonest real value
 * @param commonestExcess share of the commonest synthetic value minus that of the commonest real
 *     one
 * @param divergence Jensen-Shannon divergence in bits over 20 equal-frequency bins of the real
 *     column, minus its bias
 */
public record NumberFidelity(
    String name,
    int real,
    int synthetic,
    double ks,
    double sdRatio,
    double sdError,
    double commonest,
    double commonestExcess,
    double divergence) {

  /**
   * Compares the observed values of a column.
   *
   * @param real rising, at least one value
   * @param synthetic rising, at least one value
   */
  static NumberFidelity of(String name, double[] real, double[] synthetic) {
    double realSd = sd(real);
    double syntheticSd = sd(synthetic);
    double commonest = commonest(real);
    return new NumberFidelity(
        name,
        real.length,
        synthetic.length,
        KolmogorovSmirnov.ofSorted(real, synthetic).d(),
        realSd == syntheticSd ? 1 : syntheticSd / realSd,
        Math.sqrt(sdVariance(real) + sdVariance(synthetic)),
        commonest,
        commonest(synthetic) - commonest,
        Divergence.ofNumbers(real, synthetic).corrected());
  }

  /**
   * Sampling error of D that holds for all columns together (Massart's inequality).
   *
   * @param columns that are looked at together
   * @param level chance that one of them exceeds it
   */
  public double samplingError(int columns, double level) {
    return Math.sqrt(StrictMath.log(2 * columns / level) / 2 * (1.0 / real + 1.0 / synthetic));
  }

  /** Variance of the logarithm of the standard deviation, from the fourth moment. */
  private static double sdVariance(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double second = 0;
    double fourth = 0;
    for (double value : values) {
      double square = (value - mean) * (value - mean);
      second += square / values.length;
      fourth += square * square / values.length;
    }
    return second > 0 ? (fourth / (second * second) - 1) / (4 * values.length) : 0;
  }

  private static double sd(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  /** Share of the commonest value. */
  private static double commonest(double[] sorted) {
    int most = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
      most = Math.max(most, run);
    }
    return (double) most / sorted.length;
  }
}
