package org.spineregistry.synthesis.copula;

import java.util.Arrays;
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

  /**
   * Correlated normals z = L g. The products of one draw are added to all latents before those of
   * the next, which the compiler turns into vector instructions; each latent still adds up its
   * products in the order of the draws.
   */
  final class Free implements LatentDraw {
    /** For each draw its factor in every latent: the columns of L, filled up to a multiple of 4. */
    private final double[][] factors;

    private final double[] uniforms;
    private final double[] independent;

    /**
     * @param lower Cholesky factor of the correlations, row i has i + 1 entries
     */
    Free(double[][] lower) {
      int padded = (lower.length + 3) / 4 * 4;
      this.factors = new double[padded][lower.length];
      for (int i = 0; i < lower.length; i++) {
        for (int k = 0; k <= i; k++) {
          factors[k][i] = lower[i][k];
        }
      }
      this.uniforms = new double[lower.length];
      this.independent = new double[padded];
    }

    @Override
    public void draw(RandomStream stream, long row, int attempt, double[] latents) {
      stream.uniforms(row, attempt, uniforms);
      for (int i = 0; i < uniforms.length; i++) {
        independent[i] = StandardNormal.quantile(uniforms[i]);
      }
      Arrays.fill(latents, 0);
      for (int k = 0; k < factors.length; k += 4) {
        addFour(k, latents);
      }
    }

    /** Four draws at once: one load and store of the latents for four of the columns. */
    private void addFour(int first, double[] latents) {
      double[] a = factors[first];
      double[] b = factors[first + 1];
      double[] c = factors[first + 2];
      double[] d = factors[first + 3];
      double ga = independent[first];
      double gb = independent[first + 1];
      double gc = independent[first + 2];
      double gd = independent[first + 3];
      for (int i = first; i < latents.length; i++) {
        latents[i] = latents[i] + a[i] * ga + b[i] * gb + c[i] * gc + d[i] * gd;
      }
    }
  }
}
