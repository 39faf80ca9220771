package org.spineregistry.synthesis.advice;

import org.spineregistry.synthesis.special.StandardNormal;

/**
 * How the AUC of the strongest membership attack follows from the patients N and the kept
 * correlations K. An attack on K numbers that were each estimated from N patients separates members
 * from others by d' with d'^2 in proportion to K/N (the expectation of a likelihood ratio;
 * Sankararaman et al. 2009, Nature Genetics 41:965, for independent binary columns), and AUC =
 * Phi(d'/sqrt 2). The factor comes from the run itself.
 *
 * @param factor d'^2 N/K of the run
 */
record MembershipLaw(double factor) {
  /**
   * The law that a measurement gives.
   *
   * @param auc strongest attack of the run, between 0.5 and 1
   * @param patients of the fits that were attacked
   * @param pairs that these kept
   */
  static MembershipLaw of(double auc, double patients, double pairs) {
    double separation = Math.sqrt(2) * StandardNormal.quantile(Math.min(0.999, Math.max(0.5, auc)));
    return new MembershipLaw(separation * separation * patients / Math.max(1, pairs));
  }

  /** The AUC at another size. */
  double auc(double patients, double pairs) {
    double separation = Math.sqrt(factor * pairs / patients);
    return StandardNormal.cdf(separation / Math.sqrt(2));
  }
}
