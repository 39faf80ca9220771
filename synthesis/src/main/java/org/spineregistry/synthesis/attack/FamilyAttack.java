package org.spineregistry.synthesis.attack;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.metric.EncodedRows;

/**
 * The attack that knows the family of the generator, which is public: it fits a Gaussian with
 * Ledoit-Wolf covariance to the features of the release and to those of other patients. The score
 * is the log-likelihood ratio, by Neyman and Pearson the best test if the family is right.
 */
final class FamilyAttack {
  static final String NAME = "family";

  private final EncodedRows patients;

  /** Log-likelihood of each patient under the nine tenths without him. */
  private final double[] underReference;

  private FamilyAttack(EncodedRows patients, double[] underReference) {
    this.patients = patients;
    this.underReference = underReference;
  }

  /** Fits the ten reference models; they serve every release of a cohort. */
  static FamilyAttack on(EncodedRows patients, Tenths tenths) {
    double[] origin = LedoitWolf.mean(patients);
    List<Scatter> parts = new ArrayList<>();
    for (int part = 0; part < Tenths.PARTS; part++) {
      parts.add(Scatter.of(patients, tenths.inside(part), origin));
    }
    double[] underReference = new double[patients.rows()];
    for (int part = 0; part < Tenths.PARTS; part++) {
      List<Scatter> others = new ArrayList<>(parts);
      others.remove(part);
      LedoitWolf estimate =
          LedoitWolf.of(patients, tenths.outside(part), origin, Scatter.sum(others));
      GaussianModel reference = GaussianModel.of(estimate);
      for (int target : tenths.inside(part)) {
        underReference[target] = reference.logLikelihood(patients, target);
      }
    }
    return new FamilyAttack(patients, underReference);
  }

  /**
   * Scores all patients.
   *
   * @param release covariance of the release's features
   */
  AttackScores scores(LedoitWolf release) {
    double[] scores = GaussianModel.of(release).logLikelihoods(patients);
    for (int patient = 0; patient < scores.length; patient++) {
      scores[patient] -= underReference[patient];
    }
    return new AttackScores(NAME, scores);
  }
}
