package org.spineregistry.synthesis.survivaltime;

import org.spineregistry.synthesis.special.StandardNormal;

/**
 * What each patient's end says about the latent time of one cause: it fell into a step of the
 * Kaplan-Meier curve when the cause ended the observation, and lies beyond the end when another
 * did. Shares are survival probabilities, NaN for a patient whose end is unknown.
 *
 * @param before survival of the cause up to the patient's end
 * @param after survival after the cause's step at the end; 0 when another cause ended
 * @param masses each patient's part of the step; 0 when another cause ended
 * @param beyond survival after the last step: the share that the cause never reaches
 */
record CauseIntervals(double[] before, double[] after, double[] masses, double beyond) {

  /**
   * Walks along the ends (Kaplan and Meier 1958, JASA 53:457, all other ends as censorings).
   *
   * @param ends of the patients
   * @param cause of the curve
   */
  static CauseIntervals of(OrderedEnds ends, int cause) {
    double[] before = ends.unknown();
    double[] after = ends.unknown();
    double[] masses = ends.unknown();
    double survival = 1;
    for (int from = 0; from < ends.size(); ) {
      int to = ends.groupEnd(from);
      boolean own = ends.cause(from) == cause;
      double next = own ? survival * (1 - (double) (to - from) / (ends.size() - from)) : survival;
      for (int i = from; i < to; i++) {
        before[ends.row(i)] = survival;
        after[ends.row(i)] = own ? next : 0;
        masses[ends.row(i)] = (survival - next) / (to - from);
      }
      survival = next;
      from = to;
    }
    return new CauseIntervals(before, after, masses, survival);
  }

  /** Latent lower ends, minus infinity where nothing came before. */
  double[] lower() {
    return latents(before);
  }

  /** Latent upper ends, infinity where another cause ended. */
  double[] upper() {
    return latents(after);
  }

  private static double[] latents(double[] survival) {
    double[] latents = new double[survival.length];
    for (int row = 0; row < latents.length; row++) {
      latents[row] = StandardNormal.upperQuantile(survival[row]);
    }
    return latents;
  }
}
