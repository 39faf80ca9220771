package org.spineregistry.synthesis.copula;

/**
 * Choices of the step copula.
 *
 * @param k smallest group of patients that may show in a level, an atom or a block
 * @param kMap how many patients must share the quasi-identifiers of every row; 0 for no such rule
 * @param kappa evidence that a pair needs, in standard errors, to be kept
 * @param kappaOutcome the same for pairs of the primary outcome with declared predictors
 * @param lambda uniform shrinkage of the correlations towards 0, in [0, 1)
 */
public record StepOptions(int k, int kMap, double kappa, double kappaOutcome, double lambda) {
  /** Smallest group that may show. */
  public static final int K = 5;

  private static final double OUTCOME = 2;

  public StepOptions {
    require(k >= 2, "k: at least 2");
    require(kMap >= 0, "kMap: not negative");
    require(kappa >= 0, "kappa: not negative");
    require(kappaOutcome >= 0, "kappaOutcome: not negative");
    require(lambda >= 0 && lambda < 1, "lambda: from 0 to below 1");
  }

  /**
   * The default choices at one strength of the screen.
   *
   * @param kMap see {@link #kMap}
   * @param kappa see {@link #kappa}
   */
  public static StepOptions of(int kMap, double kappa) {
    return new StepOptions(K, kMap, kappa, Math.min(OUTCOME, kappa), 0);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
