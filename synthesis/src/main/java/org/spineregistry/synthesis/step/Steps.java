package org.spineregistry.synthesis.step;

import java.util.Arrays;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * A column as a row of ordered steps under a standard normal: a step holds its share of the mass,
 * and its score is the mean of the normal inside it. Ties need no special case.
 *
 * @param edges latent upper ends of the steps but the last, rising
 * @param scores mean of a standard normal inside each step
 * @param shares share of the observed values in each step
 * @param resolution root of the variance that the scores keep, 1 for a continuous column
 * @param hermite coefficients of the step function in the orthonormal Hermite polynomials 1 to
 *     {@link HermiteSeries#TERMS}
 */
public record Steps(
    double[] edges, double[] scores, double[] shares, double resolution, double[] hermite) {

  /**
   * Steps of a column.
   *
   * @param counts observed values in each step, in order; each above 0
   * @throws IllegalArgumentException if there is no step or one is empty
   */
  public static Steps of(int[] counts) {
    if (counts.length == 0 || Arrays.stream(counts).anyMatch(count -> count <= 0)) {
      throw new IllegalArgumentException("Every step needs a value");
    }
    long total = Arrays.stream(counts).asLongStream().sum();
    double[] edges = new double[counts.length - 1];
    double[] density = new double[counts.length + 1];
    double[] shares = new double[counts.length];
    long below = 0;
    for (int k = 0; k < counts.length; k++) {
      shares[k] = (double) counts[k] / total;
      below += counts[k];
      if (k < edges.length) {
        edges[k] = StandardNormal.quantile((double) below / total);
        density[k + 1] = StandardNormal.density(edges[k]);
      }
    }
    double[] scores = new double[counts.length];
    double squares = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (density[k] - density[k + 1]) / shares[k];
      squares += shares[k] * scores[k] * scores[k];
    }
    return new Steps(
        edges, scores, shares, Math.sqrt(squares), HermiteSeries.ofSteps(edges, scores, density));
  }

  /**
   * The same steps with other shares of the latent mass; scores, shares and resolution stay those
   * of the observed values.
   *
   * @param weights of the steps, each above 0, in any unit
   */
  public Steps weighted(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double[] moved = new double[edges.length];
    double below = 0;
    for (int k = 0; k < moved.length; k++) {
      below += weights[k];
      moved[k] = StandardNormal.quantile(below / total);
    }
    return new Steps(moved, scores, shares, resolution, hermite);
  }

  /** The step that a latent value falls in; a value on an edge belongs to the step above. */
  public int stepOf(double latent) {
    int found = Arrays.binarySearch(edges, latent);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Share of the latent mass that a step holds. */
  public double mass(int step) {
    return StandardNormal.cdf(upper(step)) - StandardNormal.cdf(lower(step));
  }

  /** Latent lower end of a step, minus infinity for the first. */
  public double lower(int step) {
    return step == 0 ? Double.NEGATIVE_INFINITY : edges[step - 1];
  }

  /** Latent upper end of a step, infinity for the last. */
  public double upper(int step) {
    return step == edges.length ? Double.POSITIVE_INFINITY : edges[step];
  }
}
