package org.spineregistry.synthesis.metric;

import org.spineregistry.synthesis.linear.SymmetricEigen;

/**
 * Ridge regression on standardised columns (Hoerl and Kennard 1970, Technometrics 12:55): minimises
 * ||y - b0 - Z b||^2 + lambda ||b||^2 with the intercept free, Z scaled by the population SD. A
 * column without spread gets the coefficient 0.
 */
public final class Ridge {
  private static final int GRID = 21;

  private final StandardisedColumns columns;
  private final double[] y;
  private final double intercept;

  /** Rows of Z in the coordinates of the eigenvectors of Z'Z. */
  private final double[][] rotated;

  private final SymmetricEigen eigen;

  /** Z'y in the same coordinates. */
  private final double[] projected;

  /**
   * Prepares the decomposition that serves every lambda.
   *
   * @param x one array a row, all of the same length, no NaN; not changed
   * @param y one target a row, no NaN
   */
  public Ridge(double[][] x, double[] y) {
    if (x.length < 2 || x.length != y.length) {
      throw new IllegalArgumentException("Ridge needs two or more rows and a target for each");
    }
    int p = x[0].length;
    this.y = y.clone();
    this.intercept = mean(y);
    this.columns = StandardisedColumns.of(x);
    double[][] z = columns.z();
    this.eigen = SymmetricEigen.of(crossProduct(z));
    this.rotated = new double[z.length][];
    this.projected = new double[p];
    for (int i = 0; i < z.length; i++) {
      rotated[i] = rotate(z[i]);
      for (int k = 0; k < p; k++) {
        projected[k] += rotated[i][k] * y[i];
      }
    }
  }

  /** 21 values from 0.1 to 10,000, even on the logarithmic scale. */
  public static double[] lambdas() {
    double[] grid = new double[GRID];
    for (int i = 0; i < GRID; i++) {
      grid[i] = StrictMath.pow(10, -1 + 0.25 * i);
    }
    return grid;
  }

  /** The lambda of the grid with the smallest {@link #leaveOneOut} error; the first one of ties. */
  public double bestLambda() {
    double best = Double.NaN;
    double smallest = Double.POSITIVE_INFINITY;
    for (double lambda : lambdas()) {
      double error = leaveOneOut(lambda);
      if (error < smallest) {
        smallest = error;
        best = lambda;
      }
    }
    return best;
  }

  /**
   * Mean squared leave-one-out residual with Z held fixed and the intercept refitted: (y_i -
   * (Hy)_i)/(1 - H_ii), H = Z (Z'Z + lambda I)^-1 Z' + 11'/n (Golub, Heath and Wahba 1979,
   * Technometrics 21:215).
   */
  public double leaveOneOut(double lambda) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double fitted = intercept;
      double leverage = 1.0 / y.length;
      for (int k = 0; k < projected.length; k++) {
        double weight = rotated[i][k] / (eigen.values()[k] + lambda);
        fitted += weight * projected[k];
        leverage += weight * rotated[i][k];
      }
      double residual = (y[i] - fitted) / (1 - leverage);
      sum += residual * residual;
    }
    return sum / y.length;
  }

  /** The coefficients of the standardised columns for one lambda, with what prediction needs. */
  public LinearModel fit(double lambda) {
    double[] coefficients = new double[projected.length];
    for (int k = 0; k < projected.length; k++) {
      double along = projected[k] / (eigen.values()[k] + lambda);
      for (int j = 0; j < coefficients.length; j++) {
        coefficients[j] += along * eigen.vectors()[k][j];
      }
    }
    return columns.model(intercept, coefficients);
  }

  private double[] rotate(double[] row) {
    double[] turned = new double[row.length];
    for (int k = 0; k < row.length; k++) {
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        sum += eigen.vectors()[k][j] * row[j];
      }
      turned[k] = sum;
    }
    return turned;
  }

  private static double[][] crossProduct(double[][] z) {
    int p = z[0].length;
    double[][] product = new double[p][p];
    for (double[] row : z) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k <= j; k++) {
          product[j][k] += row[j] * row[k];
        }
      }
    }
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < j; k++) {
        product[k][j] = product[j][k];
      }
    }
    return product;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
