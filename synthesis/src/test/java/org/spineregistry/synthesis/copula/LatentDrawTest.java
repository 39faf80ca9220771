package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.special.StandardNormal;

class LatentDrawTest {
  private static final RandomStream FACTORS = Seed.ofHex("6e".repeat(32)).stream("factors");
  private static final RandomStream DRAWS = Seed.ofHex("6e".repeat(32)).stream("draws");

  /** Every bit: released rows must not depend on how the product is computed. */
  @Property(tries = 60, seed = "2026")
  void latentsAreTheRowsOfTheFactorTimesTheDraws(
      @ForAll @IntRange(min = 1, max = 70) int latents,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    double[][] lower = new double[latents][];
    double[] normals = new double[latents];
    for (int i = 0; i < latents; i++) {
      lower[i] = new double[i + 1];
      FACTORS.uniforms(salt, i, lower[i]);
      normals[i] = StandardNormal.quantile(DRAWS.uniform(salt, 1, i));
    }
    double[] expected = new double[latents];
    for (int i = 0; i < latents; i++) {
      for (int k = 0; k <= i; k++) {
        expected[i] += (lower[i][k] - 0.5) * normals[k];
      }
    }
    for (double[] row : lower) {
      for (int k = 0; k < row.length; k++) {
        row[k] -= 0.5;
      }
    }
    double[] drawn = new double[latents];
    LatentDraw draw = new LatentDraw.Free(lower);

    draw.draw(DRAWS, salt + 1, 0, new double[latents]);
    draw.draw(DRAWS, salt, 1, drawn);

    assertThat(drawn).containsExactly(expected);
  }
}
