package org.spineregistry.synthesis.run;

import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.classic.ClassicCopula;
import org.spineregistry.synthesis.classic.ClassicOptions;
import org.spineregistry.synthesis.published.PublishedProfile;

/**
 * What a policy may choose. Checked when built, all problems named by their setting.
 *
 * @param profile name of the gate profile
 * @param sizes rows of each dataset, rising, 1 to 100,000
 * @param repeats random partitions of the audit
 * @param folds parts of each partition, at least 2; repeats x folds replicates are run
 * @param threads at least 1; results do not depend on it
 * @param options of the model
 * @param quasiIdentifierBands width of the bands of numeric quasi-identifiers, by column name
 */
public record RunSettings(
    String profile,
    List<Integer> sizes,
    int repeats,
    int folds,
    int threads,
    ClassicOptions options,
    Map<String, Double> quasiIdentifierBands) {
  private static final int LARGEST = 100_000;

  public RunSettings {
    sizes = List.copyOf(sizes);
    quasiIdentifierBands = Map.copyOf(quasiIdentifierBands);
    require(
        profile.equals(PublishedProfile.NAME),
        "profile: only " + PublishedProfile.NAME + " is available, not '" + profile + "'");
    require(!sizes.isEmpty(), "sizes: at least one dataset is needed");
    require(
        sizes.stream().allMatch(size -> size >= 1 && size <= LARGEST),
        "sizes: a dataset has 1 to 100,000 rows");
    require(
        sizes.equals(sizes.stream().sorted().distinct().toList()),
        "sizes: must rise, without a repetition");
    require(repeats >= 1 && repeats <= 100, "repeats: must be between 1 and 100");
    require(folds >= 2 && folds <= 20, "folds: must be between 2 and 20");
    require(threads >= 1 && threads <= 256, "threads: must be between 1 and 256");
    require(
        quasiIdentifierBands.values().stream().allMatch(width -> width > 0),
        "quasiIdentifierBands: a width must be above 0");
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
