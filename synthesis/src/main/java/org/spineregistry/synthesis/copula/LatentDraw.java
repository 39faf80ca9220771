package org.spineregistry.synthesis.copula;

import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.special.StandardNormal;

/** How the latent numbers of a row are drawn. Not thread-safe: each sampler has its own. */
interface LatentDraw {
  /**
   * Fills the latent numbers of one attempt at a row.
   *
   * @param latents filled in the order of the latent columns
   */
  void draw(RandomStream stream, long row, int attempt, double[] latents);

  /** Correlated normals z = L g. */
  final class Free implements LatentDraw {
    private final double[][] lower;
    private final double[] uniforms;
    private final double[] independent;

    /**
     * @param lower Cholesky factor of the correlations, row i has i + 1 entries
     */
    Free(double[][] lower) {
      this.lower = lower;
      this.uniforms = new double[lower.length];
      this.independent = new double[lower.length];
    }

    @Override
    public void draw(RandomStream stream, long row, int attempt, double[] latents) {
      stream.uniforms(row, attempt, uniforms);
      for (int i = 0; i < uniforms.length; i++) {
        independent[i] = StandardNormal.quantile(uniforms[i]);
      }
      for (int i = 0; i < lower.length; i++) {
        double[] factors = lower[i];
        double sum = 0;
        for (int k = 0; k <= i; k++) {
          sum += factors[k] * independent[k];
        }
        latents[i] = sum;
      }
    }
  }
}
