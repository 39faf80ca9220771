package org.spineregistry.synthesis.rigorous;

import java.util.Locale;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.model.SyntheticModel;

/** P7, sample size: enough patients for the latent columns, or few enough kept correlations. */
final class SizeGate {
  private SizeGate() {}

  /** Whether a cohort of that size has patients enough. */
  static boolean holds(Tier tier, double patients, int latents, int pairs) {
    return ratio(tier, patients, latents, pairs) >= 1;
  }

  /** Patients over those that are needed, by latents or by pairs, whichever is better. */
  private static double ratio(Tier tier, double patients, int latents, int pairs) {
    boolean open = tier == Tier.PUBLIC;
    double byLatents = patients / ((open ? 20.0 : 5.0) * Math.max(1, latents));
    double byPairs = patients / ((open ? 2.0 : 1.0) * Math.max(1, pairs));
    return Math.max(byLatents, byPairs);
  }

  /** The statistic is the better of the two ratios, so that 1 is the bound. */
  static GateResult of(Tier tier, int patients, SyntheticModel model) {
    boolean open = tier == Tier.PUBLIC;
    return GateResult.atLeast(
        "P7",
        "Patients over those that the model needs",
        ratio(tier, patients, model.latents(), model.pairs()),
        1,
        String.format(
            Locale.ROOT,
            "%d patients, p = %d latent columns, K = %d kept correlations; needs N >= %d p or K <= %s",
            patients,
            model.latents(),
            model.pairs(),
            open ? 20 : 5,
            open ? "N/2" : "N"));
  }
}
