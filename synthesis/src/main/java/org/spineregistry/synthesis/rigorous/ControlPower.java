package org.spineregistry.synthesis.rigorous;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.fidelity.MissingFidelity;
import org.spineregistry.synthesis.fidelity.MissingRate;
import org.spineregistry.synthesis.metric.SpearmanMatrix;
import org.spineregistry.synthesis.missing.Block;
import org.spineregistry.synthesis.missing.MissingPattern;
import org.spineregistry.synthesis.table.Table;

/**
 * Whether a cohort has what a control destroys. Gaps without a pattern may be scattered, and
 * columns without correlations drawn on their own, without any loss: no gate could see it, and none
 * must.
 */
final class ControlPower {
  /** A loss must exceed the bound by half of it, so that luck does not decide. */
  private static final double MARGIN = 1.5;

  private ControlPower() {}

  /**
   * Whether independent columns lose correlations beyond the bound of F3.
   *
   * @param bound of its error
   */
  static boolean hasStructure(SpearmanMatrix real, double bound) {
    double sum = 0;
    int pairs = 0;
    double[][] values = real.values();
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        if (!Double.isNaN(values[i][j])) {
          sum += Math.abs(values[i][j]);
          pairs++;
        }
      }
    }
    return pairs > 0 && sum / pairs > MARGIN * bound;
  }

  /** Whether a number varies so much that a standard deviation survives rounding. */
  static boolean varies(Table members, int column) {
    double[] values =
        Arrays.stream(members.numbers(column)).filter(v -> !Double.isNaN(v)).toArray();
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double unit = StrictMath.pow(10, -members.columns().get(column).decimals());
    return values.length > 1 && Math.sqrt(squares / values.length) >= unit;
  }

  /** Whether scattered gaps break an implication or a rate beyond the bounds of F4. */
  static boolean hasPatternOfGaps(Table members) {
    MissingPattern pattern =
        MissingPattern.of(
            members, IntStream.range(0, members.columns().size()).boxed().toList(), KRules.K);
    List<Block> blocks = pattern.blocks();
    if (blocks.stream().anyMatch(block -> !block.implications().isEmpty())) {
      return true;
    }
    MissingFidelity real = MissingFidelity.of(members, pattern, members);
    double[] scattered = new double[blocks.size()];
    for (int b = 0; b < scattered.length; b++) {
      MissingRate rate = real.rates().get(b);
      // any of its columns: with the columns on their own more rows miss one of them
      scattered[b] = 1 - StrictMath.pow(1 - rate.real(), blocks.get(b).columns().size());
      if (isLost(rate, scattered[b], MissingGates.RATE)) {
        return true;
      }
    }
    int pair = 0;
    for (int b = 0; b < scattered.length; b++) {
      for (int a = 0; a < b; a++) {
        if (isLost(real.joint().get(pair++), scattered[a] * scattered[b], MissingGates.JOINT)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLost(MissingRate rate, double scattered, double floor) {
    return Math.abs(scattered - rate.real()) > MARGIN * Math.max(floor, rate.sampling());
  }
}
