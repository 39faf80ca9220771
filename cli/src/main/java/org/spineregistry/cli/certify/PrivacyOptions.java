package org.spineregistry.cli.certify;

import java.util.List;
import java.util.Optional;
import org.spineregistry.synthesis.privacy.PrivacyBudget;
import picocli.CommandLine.Option;

/** Whether a fit is differentially private. */
final class PrivacyOptions {
  private static final double LARGEST_DELTA = 1e-5;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description = {
        "Fit with differential privacy: from 0.01 to 10. Needs a declared schema, which must not",
        "have been made from this cohort, and 5,000 patients."
      })
  private Double epsilon;

  @Option(
      names = "--delta",
      paramLabel = "D",
      description = "Chance that the guarantee fails, from 1e-12 to 1e-5. Default: 1e-6.")
  private Double delta;

  /** The budget, empty for a fit without noise; what is wrong is added to the problems. */
  Optional<PrivacyBudget> budget(List<String> problems) {
    if (epsilon == null) {
      if (delta != null) {
        problems.add("--delta: only with --epsilon");
      }
      return Optional.empty();
    }
    double chance = delta == null ? 1e-6 : delta;
    boolean isDelta = chance >= PrivacyBudget.SMALLEST_DELTA && chance <= LARGEST_DELTA;
    boolean isEpsilon =
        epsilon >= PrivacyBudget.SMALLEST_EPSILON && epsilon <= PrivacyBudget.LARGEST_EPSILON;
    if (!isEpsilon) {
      problems.add("--epsilon: from 0.01 to 10");
    }
    if (!isDelta) {
      problems.add("--delta: from 1e-12 to 1e-5");
    }
    return isEpsilon && isDelta
        ? Optional.of(new PrivacyBudget(epsilon, chance))
        : Optional.empty();
  }

  /** Whether one was asked for. */
  boolean isUsed() {
    return epsilon != null;
  }
}
