package org.spineregistry.synthesis.rigorous;

import java.util.Locale;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * A gate that compares how often rows and patients kept aside do something that nobody should do:
 * what fresh patients do as often is no fault of the generator. The bound carries the sampling
 * error of both shares.
 */
final class ExcessGate {
  /** Chance that all tests of one gate together raise a false alarm. */
  static final double LEVEL = 0.01;

  private static final double SAMPLING_TOO_LARGE = 0.25;

  private ExcessGate() {}

  /** How many of how many. */
  record Count(long hits, int of) {
    double share() {
      return (double) hits / of;
    }
  }

  /**
   * Compares both shares.
   *
   * @param floor difference that is always allowed
   * @param tests that share the level
   */
  static GateResult of(
      String id,
      String title,
      Count release,
      Count strangers,
      double floor,
      int tests,
      String detail) {
    double share =
        (double) (release.hits() + strangers.hits()) / ((double) release.of() + strangers.of());
    double sampling =
        StandardNormal.upperQuantile(LEVEL / tests)
            * Math.sqrt(share * (1 - share) * (1.0 / release.of() + 1.0 / strangers.of()));
    GateResult gate =
        GateResult.atMost(
            id,
            title + ", less the share of patients kept aside",
            release.share() - strangers.share(),
            Math.max(floor, sampling),
            String.format(
                Locale.ROOT,
                "%s; %d of %d rows, %d of %d patients kept aside",
                detail,
                release.hits(),
                release.of(),
                strangers.hits(),
                strangers.of()));
    return sampling > SAMPLING_TOO_LARGE
        ? gate.notCertifiable("the sampling error of the shares exceeds 0.25")
        : gate;
  }
}
