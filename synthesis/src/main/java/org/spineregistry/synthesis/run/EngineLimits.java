package org.spineregistry.synthesis.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spineregistry.synthesis.published.PublishedProfile;
import org.spineregistry.synthesis.rigorous.RigorousProfile;
import org.spineregistry.synthesis.rigorous.Tier;

/**
 * What this engine can run, said once: a policy is held against it before it is published, before
 * it is taken over, and again when a run is set up. Rules name the fields of a policy.
 */
public final class EngineLimits {
  /** Gate profiles that a policy may ask for. */
  public static final List<String> PROFILES =
      List.of(
          PublishedProfile.NAME,
          RigorousProfile.name(Tier.CONTROLLED),
          RigorousProfile.name(Tier.PUBLIC));

  /** Most rows of one dataset. */
  public static final int LARGEST_DATASET = 100_000;

  /**
   * Fewest rows that the rigorous profile judges. With fewer F1 settles nothing: the sampling error
   * of a single column of however many patients, sqrt(ln(2 / 0.05) / 2 / rows), exceeds 0.25. Ranks
   * (F3) need 20 of them, and the trees that tell rows from patients (F6) five folds.
   */
  public static final int FEWEST_ROWS = 30;

  /** Most random partitions of the audit. */
  public static final int MOST_REPEATS = 100;

  private EngineLimits() {}

  /** The tier of a rigorous profile; empty for every other one. */
  static Optional<Tier> tier(String profile) {
    return Arrays.stream(Tier.values())
        .filter(tier -> RigorousProfile.name(tier).equals(profile))
        .findFirst();
  }

  /**
   * Every rule that these choices break.
   *
   * @param profile name of the gate profile
   * @param datasetSizes rows of each dataset
   * @param auditRepeats random partitions of the audit
   * @return sentences of the form {@code field: rule}, which repeat no value; empty when a run can
   *     be made
   */
  public static List<String> problems(
      String profile, List<Integer> datasetSizes, int auditRepeats) {
    List<String> problems = new ArrayList<>();
    if (!PROFILES.contains(profile)) {
      problems.add("profile: one of " + PROFILES);
    }
    if (datasetSizes.isEmpty()
        || datasetSizes.stream().anyMatch(size -> size < 1 || size > LARGEST_DATASET)
        || !datasetSizes.equals(datasetSizes.stream().sorted().distinct().toList())) {
      problems.add(
          String.format(
              Locale.ROOT,
              "datasetSizes: at least one, each from 1 to %,d and above the one before",
              LARGEST_DATASET));
    }
    if (tier(profile).isPresent()
        && datasetSizes.stream().mapToLong(size -> size).sum() < FEWEST_ROWS) {
      problems.add(
          "datasetSizes: together at least "
              + FEWEST_ROWS
              + " rows; with fewer the sampling error of F1 exceeds 0.25, so that no gate can"
              + " settle anything");
    }
    if (auditRepeats < 1 || auditRepeats > MOST_REPEATS) {
      problems.add("auditRepeats: from 1 to " + MOST_REPEATS);
    }
    return problems;
  }
}
