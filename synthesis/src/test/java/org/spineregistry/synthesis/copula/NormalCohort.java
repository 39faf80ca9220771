package org.spineregistry.synthesis.copula;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/**
 * A cohort of a known distribution: x, y, w standard normal, correlations xy 0.6 and yw 0.5, xw
 * 0.3; {@code arm} by 0.7 x and noise in shares 0.5, 0.3, 0.2; {@code visited} by y, false for
 * about 0.31, and then {@code score}, else w, is missing; {@code mood} missing in 0.25 by x; {@code
 * dose}, correlated 0.7 with x, 0 for all below 0.
 */
final class NormalCohort {
  static final double RHO = 0.6;
  static final Seed SEED = Seed.ofHex("5c".repeat(32));
  private static final int PATIENTS = 6_000;

  private NormalCohort() {}

  static Table table() {
    RandomStream stream = SEED.stream("cohort");
    double[][] z = new double[7][PATIENTS];
    for (int row = 0; row < PATIENTS; row++) {
      double[] g = new double[7];
      for (int d = 0; d < g.length; d++) {
        g[d] = stream.normal(row, 0, d);
      }
      z[0][row] = g[0];
      z[1][row] = RHO * g[0] + 0.8 * g[1];
      z[2][row] = 0.5 * z[1][row] + Math.sqrt(0.75) * g[2];
      z[3][row] = 0.7 * g[0] + Math.sqrt(0.51) * g[3];
      z[4][row] = 0.8 * z[1][row] + 0.6 * g[4];
      z[5][row] = 0.6 * g[0] + 0.8 * g[5];
      z[6][row] = 0.7 * g[0] + Math.sqrt(0.51) * g[6];
    }
    double[] x = map(z[0], NormalCohort::tenth);
    double[] y = map(z[1], NormalCohort::tenth);
    int[] arm = new int[PATIENTS];
    int[] visited = new int[PATIENTS];
    double[] score = new double[PATIENTS];
    double[] mood = new double[PATIENTS];
    for (int row = 0; row < PATIENTS; row++) {
      arm[row] = z[3][row] < 0 ? 0 : z[3][row] < 0.8416212 ? 1 : 2;
      visited[row] = z[4][row] < -0.5 ? 0 : 1;
      score[row] = visited[row] == 0 ? Double.NaN : tenth(z[2][row]);
      mood[row] = z[5][row] > 0.6744898 ? Double.NaN : tenth(z[2][row]);
    }
    return Table.of(
        List.of(
            Column.number("x", 1),
            Column.number("y", 1),
            Column.category("arm", List.of("low", "middle", "high")).inOrder(),
            Column.bool("visited"),
            Column.number("score", 1),
            Column.number("mood", 1),
            Column.number("dose", 1)),
        List.of(
            ColumnValues.numbers(x),
            ColumnValues.numbers(y),
            ColumnValues.codes(arm, List.of("low", "middle", "high")),
            ColumnValues.codes(visited, List.of("false", "true")),
            ColumnValues.numbers(score),
            ColumnValues.numbers(mood),
            ColumnValues.numbers(map(z[6], value -> Math.max(0, tenth(value))))));
  }

  static StepModel model() {
    return new StepCopula(StepOptions.of(0, 3), Contract.none(), SEED).fit(table());
  }

  private static double[] map(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }

  private static double tenth(double value) {
    return Math.rint(10 * value) / 10;
  }
}
