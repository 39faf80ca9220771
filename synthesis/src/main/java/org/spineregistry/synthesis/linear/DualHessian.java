package org.spineregistry.synthesis.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The generalised Hessian of the dual problem of {@link DualNewton} at one point, V h = h - diag(P
 * (E o P' diag(h) P) P') with the eigenvectors P, where E is 1 between two negative eigenvalues, 0
 * between two others, and |negative| / (|negative| + other) between the two kinds. Its equations
 * are solved by preconditioned conjugate gradients (Hestenes and Stiefel 1952).
 */
final class DualHessian {
  private static final int MAXIMUM_STEPS = 200;
  private static final double PRECISION = 1e-3;

  private final int n;
  private final double[][] vectors;

  /** Entry i of all eigenvectors. */
  private final double[][] entries;

  private final List<double[]> negative = new ArrayList<>();

  /** One row of E for each negative eigenvalue, halves where the row stands for two entries. */
  private final List<double[]> weights = new ArrayList<>();

  DualHessian(SpectralPart part) {
    double[] values = part.eigen().values();
    this.n = values.length;
    this.vectors = part.eigen().vectors();
    this.entries = new double[n][n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        entries[i][k] = vectors[k][i];
      }
      if (values[k] < 0) {
        negative.add(vectors[k]);
        weights.add(weights(values, -values[k]));
      }
    }
  }

  private static double[] weights(double[] values, double size) {
    double[] weights = new double[values.length];
    for (int l = 0; l < weights.length; l++) {
      weights[l] = values[l] < 0 ? 1 : 2 * size / (size + values[l]);
    }
    return weights;
  }

  /**
   * Solves V d = g, inexactly as far from the solution as Newton's method allows.
   *
   * @param g not changed
   */
  double[] solve(double[] g) {
    double[] scale = diagonal();
    double[] solution = new double[n];
    double[] rest = g.clone();
    double[] search = divide(rest, scale);
    double[] product = new double[n];
    double energy = dot(rest, search);
    // superlinear convergence needs the tolerance to fall with the gradient (Qi and Sun 2006)
    double norm = Math.sqrt(dot(g, g));
    double enough = Math.min(PRECISION, norm) * norm;
    for (int step = 0; step < MAXIMUM_STEPS && Math.sqrt(dot(rest, rest)) > enough; step++) {
      multiply(search, product);
      double curvature = dot(search, product);
      if (!(curvature > 0)) {
        break;
      }
      double length = energy / curvature;
      for (int i = 0; i < n; i++) {
        solution[i] += length * search[i];
        rest[i] -= length * product[i];
      }
      double[] scaled = divide(rest, scale);
      double next = dot(rest, scaled);
      for (int i = 0; i < n; i++) {
        search[i] = scaled[i] + next / energy * search[i];
      }
      energy = next;
    }
    return solution;
  }

  /** The diagonal of V, kept away from 0: the preconditioner. */
  private double[] diagonal() {
    double[] diagonal = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 1;
      for (int k = 0; k < negative.size(); k++) {
        double[] weight = weights.get(k);
        double inner = 0;
        for (int l = 0; l < n; l++) {
          inner += weight[l] * entries[i][l] * entries[i][l];
        }
        sum -= negative.get(k)[i] * negative.get(k)[i] * inner;
      }
      diagonal[i] = Math.max(sum, 1e-8);
    }
    return diagonal;
  }

  private void multiply(double[] h, double[] product) {
    double[] row = new double[n];
    double[] sum = new double[n];
    System.arraycopy(h, 0, product, 0, n);
    for (int k = 0; k < negative.size(); k++) {
      double[] vector = negative.get(k);
      Arrays.fill(row, 0);
      for (int i = 0; i < n; i++) {
        add(row, h[i] * vector[i], entries[i]);
      }
      Arrays.fill(sum, 0);
      double[] weight = weights.get(k);
      for (int l = 0; l < n; l++) {
        add(sum, row[l] * weight[l], vectors[l]);
      }
      for (int i = 0; i < n; i++) {
        product[i] -= vector[i] * sum[i];
      }
    }
  }

  private static void add(double[] sum, double factor, double[] values) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * values[i];
    }
  }

  private static double[] divide(double[] values, double[] scale) {
    double[] ratio = values.clone();
    for (int i = 0; i < ratio.length; i++) {
      ratio[i] /= scale[i];
    }
    return ratio;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
