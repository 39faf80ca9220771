package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.model.ScreenedPairs;
import org.spineregistry.synthesis.step.ObservedScores;
import org.spineregistry.synthesis.step.PairEvidence;
import org.spineregistry.synthesis.step.ScoredColumn;

/**
 * The evidence screen: correlations of pairs whose evidence is strong, 0 for all others. Hundreds
 * of free correlations on a hundred patients would memorise the patients.
 *
 * @param matrix latent correlations before the repair
 * @param kept number of pairs that were kept
 * @param pairs all that could have been kept
 */
record Screen(double[][] matrix, int kept, List<ScreenedPairs.Pair> pairs) {

  /** Which screen a pair must pass. */
  interface Strictness {
    /** Standard errors that the pair of latent columns needs; infinite for a pair that stays 0. */
    double kappa(int first, int second);
  }

  static Screen of(List<ScoredColumn> columns, Strictness strictness) {
    int p = columns.size();
    double[][] matrix = new double[p][p];
    List<ObservedScores> observed = columns.stream().map(ObservedScores::new).toList();
    int kept = 0;
    List<ScreenedPairs.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < p; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        PairEvidence evidence = PairEvidence.of(observed.get(i), observed.get(j));
        double kappa = strictness.kappa(j, i);
        if (Double.isFinite(kappa)) {
          pairs.add(new ScreenedPairs.Pair(j, i, evidence.strength(), kappa));
        }
        if (evidence.strength() > kappa) {
          double latent = evidence.latent(columns.get(i), columns.get(j));
          matrix[i][j] = latent;
          matrix[j][i] = latent;
          kept++;
        }
      }
    }
    return new Screen(matrix, kept, List.copyOf(pairs));
  }
}
