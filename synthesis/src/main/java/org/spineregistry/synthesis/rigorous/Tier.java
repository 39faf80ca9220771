package org.spineregistry.synthesis.rigorous;

/**
 * Who may get a release, and with it the bounds of its gates.
 *
 * @see <a href="https://ec.europa.eu/justice/article-29">Article 29 Working Party, Opinion 05/2014,
 *     for the three criteria of P4</a>
 */
public enum Tier {
  /** Anybody: the strictest bounds. */
  PUBLIC(5, 5, -0.10, 0.15, 0.60, 0.05, 0.09, 0.05, 0.9),
  /** Known recipients under an agreement. */
  CONTROLLED(3, 3, -0.15, 0.25, 0.70, 0.10, 0.20, 0.10, 0.8);

  private final int kMap;
  private final double kappa;
  private final double utilityLoss;
  private final double closeness;
  private final double membership;
  private final double truePositives;
  private final double criteria;
  private final double attributes;
  private final double stability;

  Tier(
      int kMap,
      double kappa,
      double utilityLoss,
      double closeness,
      double membership,
      double truePositives,
      double criteria,
      double attributes,
      double stability) {
    this.kMap = kMap;
    this.kappa = kappa;
    this.utilityLoss = utilityLoss;
    this.closeness = closeness;
    this.membership = membership;
    this.truePositives = truePositives;
    this.criteria = criteria;
    this.attributes = attributes;
    this.stability = stability;
  }

  /** How many patients must share the quasi-identifiers of every row (P6). */
  public int kMap() {
    return kMap;
  }

  /** First strength of the evidence screen. */
  public double kappa() {
    return kappa;
  }

  /** Lowest difference of utility on synthetic and on real training rows (U1). */
  double utilityLoss() {
    return utilityLoss;
  }

  /** Highest excess closeness to members (P2). */
  double closeness() {
    return closeness;
  }

  /** Highest AUC of a membership attack (P3). */
  double membership() {
    return membership;
  }

  /** Highest true positive rate at 1 % false positives (P3). */
  double truePositives() {
    return truePositives;
  }

  /** Highest residual risk (P4). */
  double criteria() {
    return criteria;
  }

  /** Highest advantage on members in guessing a secret (P5). */
  double attributes() {
    return attributes;
  }

  /** Lowest share of replicates that meet their own bounds (R2). */
  double stability() {
    return stability;
  }
}
