package org.spineregistry.synthesis.copula;

import org.spineregistry.synthesis.linear.ConditionalNormal;
import org.spineregistry.synthesis.linear.TruncatedNormals;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * Correlated normals of which some lie in intervals: these are drawn inside them, per row and
 * jointly, then the others conditionally on them. A latent that is free uses the draw of its own
 * number, as in {@link LatentDraw.Free}; the draws of the intervals follow after all of these.
 */
final class GivenDraw implements LatentDraw {
  private final ConditionalNormal rest;
  private final TruncatedNormals intervals;
  private final double[] values;
  private final double[] uniforms;
  private final double[] independent;

  /**
   * @param correlation of all latents
   * @param given positions of those in intervals
   * @param lower end of each of these intervals
   * @param upper likewise; equal ends fix a latent
   */
  GivenDraw(double[][] correlation, int[] given, double[] lower, double[] upper) {
    double[][] among = new double[given.length][given.length];
    for (int i = 0; i < given.length; i++) {
      for (int j = 0; j < given.length; j++) {
        among[i][j] = correlation[given[i]][given[j]];
      }
    }
    this.intervals = TruncatedNormals.of(among, lower, upper);
    this.rest = ConditionalNormal.of(correlation, given);
    this.values = new double[given.length];
    this.uniforms = new double[correlation.length];
    this.independent = new double[rest.rest().length];
  }

  @Override
  public void draw(RandomStream stream, long row, int attempt, double[] latents) {
    intervals.draw(stream, row, attempt, latents.length, values);
    for (int i = 0; i < values.length; i++) {
      latents[rest.given()[i]] = values[i];
    }
    stream.uniforms(row, attempt, uniforms);
    for (int i = 0; i < independent.length; i++) {
      independent[i] = StandardNormal.quantile(uniforms[rest.rest()[i]]);
    }
    rest.draw(independent, latents);
  }
}
