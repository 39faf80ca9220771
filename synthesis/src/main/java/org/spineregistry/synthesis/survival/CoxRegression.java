package org.spineregistry.synthesis.survival;

import java.util.Arrays;
import org.spineregistry.synthesis.linear.Cholesky;
import org.spineregistry.synthesis.linear.OrderedQr;
import org.spineregistry.synthesis.metric.StandardisedColumns;

/**
 * The way to the maximum of Cox's partial likelihood by Newton's method, on standardised predictors
 * and without a penalty. A predictor that earlier ones determine is left out.
 */
final class CoxRegression {
  private static final int MAXIMUM_STEPS = 25;
  private static final double CONVERGED = 1e-9;
  private static final double ROUNDING = 1e-12;
  private static final double SMALLEST_PART = 1e-3;

  /**
   * A predictor with less of its own information than this share cannot be told from the others.
   */
  private static final double OWN_SHARE = 1e-10;

  /** A coefficient that still moves so far, in SDs of its predictor, has no finite estimate. */
  private static final double RUNNING_AWAY = 1e-4;

  private final SurvivalTimes data;
  private final int[] lastFirst;
  private final StandardisedColumns columns;
  private final int[] kept;

  /** Standardised kept columns, one array a row. */
  private final double[][] z;

  private double[] b;
  private PartialLikelihood at;

  /** Cholesky factor of the information; null when it cannot tell the predictors apart. */
  private double[][] factor;

  private double[] step;

  CoxRegression(SurvivalTimes data, double[][] x) {
    this.data = data;
    this.lastFirst = data.lastFirst();
    this.columns = StandardisedColumns.of(x);
    this.kept = kept(columns.z());
    this.z = new double[x.length][kept.length];
    for (int i = 0; i < z.length; i++) {
      for (int k = 0; k < kept.length; k++) {
        z[i][k] = columns.z()[i][kept[k]];
      }
    }
  }

  CoxModel fit() {
    move(new double[kept.length]);
    double without = at.value();
    for (int i = 0; i < MAXIMUM_STEPS && factor != null && largestStep() > CONVERGED; i++) {
      advance();
    }
    return factor == null ? null : model(without);
  }

  private CoxModel model(double without) {
    int p = columns.means().length;
    double[] inverse = Cholesky.inverseDiagonal(factor);
    double[] standardised = new double[p];
    double[] coefficients = new double[p];
    double[] errors = new double[p];
    Arrays.fill(coefficients, Double.NaN);
    Arrays.fill(errors, Double.NaN);
    for (int k = 0; k < kept.length; k++) {
      double sd = columns.sds()[kept[k]];
      boolean finite = Math.abs(step[k]) < RUNNING_AWAY;
      standardised[kept[k]] = b[k];
      coefficients[kept[k]] = b[k] / sd;
      errors[kept[k]] = finite ? Math.sqrt(inverse[k]) / sd : Double.NaN;
    }
    return new CoxModel(columns.model(0, standardised), coefficients, errors, without, at.value());
  }

  private void advance() {
    double[] from = b;
    double[] whole = step;
    double enough = at.value() - ROUNDING * Math.abs(at.value());
    double part = 1;
    move(ahead(from, whole, part));
    // far from the maximum a whole step may pass it: the likelihood is concave, so a part will do
    while (at.value() < enough && part > SMALLEST_PART) {
      part /= 2;
      move(ahead(from, whole, part));
    }
  }

  private void move(double[] to) {
    b = to;
    at = PartialLikelihood.at(to, z, data, lastFirst);
    factor = factor(at.information());
    step = factor == null ? null : Cholesky.solve(factor, at.gradient());
  }

  private static double[][] factor(double[][] information) {
    double[][] lower = Cholesky.lowerOrNull(information);
    for (int k = 0; lower != null && k < lower.length; k++) {
      if (lower[k][k] * lower[k][k] < OWN_SHARE * information[k][k]) {
        return null;
      }
    }
    return lower;
  }

  private double largestStep() {
    return Arrays.stream(step).map(Math::abs).max().orElse(0);
  }

  private static double[] ahead(double[] from, double[] whole, double part) {
    double[] to = from.clone();
    for (int k = 0; k < to.length; k++) {
      to[k] += part * whole[k];
    }
    return to;
  }

  /** Positions of the columns that neither an intercept nor earlier columns determine. */
  private static int[] kept(double[][] rows) {
    int p = rows[0].length;
    double[][] all = new double[p + 1][rows.length];
    Arrays.fill(all[0], 1);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < p; j++) {
        all[j + 1][i] = rows[i][j];
      }
    }
    return Arrays.stream(OrderedQr.of(all).kept()).filter(j -> j > 0).map(j -> j - 1).toArray();
  }
}
