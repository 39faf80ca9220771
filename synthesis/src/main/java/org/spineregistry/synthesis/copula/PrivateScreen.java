package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.model.ScreenedPairs;
import org.spineregistry.synthesis.step.HermiteSeries;
import org.spineregistry.synthesis.step.Steps;

/**
 * The evidence screen of noisy sums: a pair is kept when it is clear of sampling and noise
 * together.
 *
 * @param matrix latent correlations before the repair
 * @param kept number of pairs that were kept
 * @param pairs all that could have been kept
 */
record PrivateScreen(double[][] matrix, int kept, List<ScreenedPairs.Pair> pairs) {
  /** Fewer patients that have both columns say nothing. */
  private static final double LEAST_SEEN = 0.02;

  /** A column that nearly always falls in one step has no correlations that could be seen. */
  private static final double LEAST_RESOLUTION = 1e-3;

  static PrivateScreen of(PrivateLatents latents, PrivateMoments moments, double kappa) {
    int p = latents.size();
    double[][] matrix = new double[p][p];
    List<ScreenedPairs.Pair> pairs = new ArrayList<>();
    int kept = 0;
    for (int i = 0; i < p; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double both = latents.patients() * seenTogether(latents, moments, kappa, i, j);
        if (latents.areOneVariable(i, j) || both < LEAST_SEEN * latents.patients()) {
          continue;
        }
        Steps later = latents.steps(i);
        Steps earlier = latents.steps(j);
        double strength = strength(later, earlier, moments, i, j, both);
        pairs.add(new ScreenedPairs.Pair(j, i, strength, kappa));
        if (strength > kappa) {
          matrix[i][j] =
              HermiteSeries.solve(later.hermite(), earlier.hermite(), moments.sum(i, j) / both);
          matrix[j][i] = matrix[i][j];
          kept++;
        }
      }
    }
    return new PrivateScreen(matrix, kept, List.copyOf(pairs));
  }

  /** Standard errors, of sampling and noise together, that the sum of a pair is away from 0. */
  private static double strength(
      Steps later, Steps earlier, PrivateMoments moments, int i, int j, double both) {
    if (later.resolution() * earlier.resolution() < LEAST_RESOLUTION) {
      return 0;
    }
    double sampling = later.resolution() * earlier.resolution() * Math.sqrt(both);
    return Math.abs(moments.sum(i, j)) / Math.hypot(sampling, moments.deviation());
  }

  /** Share of the patients that have both columns: gaps come together when the sums say so. */
  private static double seenTogether(
      PrivateLatents latents, PrivateMoments moments, double kappa, int i, int j) {
    double first = latents.seen(i);
    double second = latents.seen(j);
    double apart = first * second;
    int gapI = latents.isIndicator(i) ? -1 : latents.indicatorOf(i);
    int gapJ = latents.isIndicator(j) ? -1 : latents.indicatorOf(j);
    if (gapI < 0 || gapJ < 0 || gapI == gapJ) {
      return apart;
    }
    int later = Math.max(gapI, gapJ);
    int earlier = Math.min(gapI, gapJ);
    Steps one = latents.steps(later);
    Steps other = latents.steps(earlier);
    if (strength(one, other, moments, later, earlier, latents.patients()) <= kappa) {
      return apart;
    }
    double covariance =
        moments.sum(later, earlier) / latents.patients() / (jump(one) * jump(other));
    return Math.max(0, Math.min(Math.min(first, second), apart + covariance));
  }

  private static double jump(Steps gaps) {
    return gaps.scores()[1] - gaps.scores()[0];
  }
}
