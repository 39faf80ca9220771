package org.spineregistry.synthesis.run;

import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.classic.ClassicCopula;
import org.spineregistry.synthesis.classic.ClassicOptions;
import org.spineregistry.synthesis.published.PublishedProfile;

/**
 * What a policy may choose. Checked when built: what {@link EngineLimits} allows is named by the
 * field of the policy, the rest by its setting.
 *
 * @param profile name of the gate profile
 * @param sizes rows of each dataset, rising ({@code datasetSizes} of the policy)
 * @param repeats random partitions of the audit ({@code auditRepeats} of the policy)
 * @param folds parts of each partition, at least 2; repeats x folds replicates are run
 * @param threads at least 1; results do not depend on it
 * @param options of the classic model
 * @param quasiIdentifierBands width of the bands of numeric quasi-identifiers, by column name
 * @param model that is fitted
 */
public record RunSettings(
    String profile,
    List<Integer> sizes,
    int repeats,
    int folds,
    int threads,
    ClassicOptions options,
    Map<String, Double> quasiIdentifierBands,
    ModelKind model) {
  /** Parts of each partition of the audit. */
  public static final int FOLDS = 5;

  public RunSettings {
    sizes = List.copyOf(sizes);
    quasiIdentifierBands = Map.copyOf(quasiIdentifierBands);
    List<String> problems = EngineLimits.problems(profile, sizes, repeats);
    require(problems.isEmpty(), String.join("; ", problems));
    require(folds >= 2 && folds <= 20, "folds: must be between 2 and 20");
    require(threads >= 1 && threads <= 256, "threads: must be between 1 and 256");
    require(
        quasiIdentifierBands.values().stream().allMatch(width -> width > 0),
        "quasiIdentifierBands: a width must be above 0");
    require(
        model == ModelKind.CLASSIC || !profile.equals(PublishedProfile.NAME),
        "model: the published profile judges the published method");
  }

  /** The profile's own model. */
  public RunSettings(
      String profile,
      List<Integer> sizes,
      int repeats,
      int folds,
      int threads,
      ClassicOptions options,
      Map<String, Double> quasiIdentifierBands) {
    this(
        profile,
        sizes,
        repeats,
        folds,
        threads,
        options,
        quasiIdentifierBands,
        profile.equals(PublishedProfile.NAME) ? ModelKind.CLASSIC : ModelKind.STEP_COPULA);
  }

  /** Another model than the profile's own. */
  public static RunSettings of(
      String profile, ModelKind model, List<Integer> sizes, int repeats, int folds, int threads) {
    return new RunSettings(
        profile, sizes, repeats, folds, threads, ClassicOptions.published(), Map.of(), model);
  }

  /** The same with bands for numeric quasi-identifiers. */
  public RunSettings withBands(Map<String, Double> bands) {
    return new RunSettings(profile, sizes, repeats, folds, threads, options, bands, model);
  }

  /** Profile published-2026, 100 / 1,000 / 10,000 rows, 2 x 5 replicates, published model. */
  public static RunSettings defaults(int threads) {
    return new RunSettings(
        PublishedProfile.NAME,
        List.of(100, 1000, 10_000),
        2,
        5,
        threads,
        ClassicOptions.published(),
        Map.of());
  }

  /** Fewest patients: each fold keeps four, and each replicate has enough to fit on. */
  public int minimumCohort() {
    int patients = 4 * folds;
    while (patients - (patients + folds - 1) / folds < ClassicCopula.MINIMUM_ROWS) {
      patients++;
    }
    return patients;
  }

  /** Rows of all datasets together. */
  public int releaseRows() {
    return sizes.stream().mapToInt(size -> size).sum();
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
