package org.spineregistry.synthesis.attack;

import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.parallel.Workers;

/**
 * The density ratio attack DOMIAS (van Breugel, Sun, Qian and van der Schaar 2023, AISTATS, arXiv
 * 2302.12580): where the release is denser than the population the generator has overfitted. The
 * score is ln p(x | release) - ln p(x | other patients), both kernel densities on the first five
 * principal components of the release's features.
 */
record DensityRatioAttack(EncodedRows patients, Tenths tenths) {
  static final String NAME = "density ratio";

  private static final int COMPONENTS = 5;

  /** A kernel density of more rows is hardly better and takes longer. */
  private static final int RELEASE_ROWS = 4000;

  /**
   * Scores all patients; all 0 when the release does not vary at all.
   *
   * @param release features of the release, at least one row
   * @param estimate their covariance
   */
  AttackScores scores(EncodedRows release, LedoitWolf estimate) {
    PrincipalComponents components = PrincipalComponents.of(estimate, COMPONENTS);
    double[] scores = new double[patients.rows()];
    if (components.axes().length == 0) {
      return new AttackScores(NAME, scores);
    }
    int[] first = IntStream.range(0, Math.min(RELEASE_ROWS, release.rows())).toArray();
    KernelDensity synthetic = KernelDensity.of(components.project(release, first));
    for (int part = 0; part < Tenths.PARTS; part++) {
      Workers.checkpoint();
      int[] targets = tenths.inside(part);
      double[][] queries = components.project(patients, targets);
      KernelDensity reference =
          KernelDensity.of(components.project(patients, tenths.outside(part)));
      double[] underRelease = synthetic.logDensity(queries);
      double[] underReference = reference.logDensity(queries);
      for (int i = 0; i < targets.length; i++) {
        scores[targets[i]] = underRelease[i] - underReference[i];
      }
    }
    return new AttackScores(NAME, scores);
  }
}
