package org.spineregistry.synthesis.model;

import java.util.List;
import java.util.Set;

/**
 * Which pairs of latent columns the evidence screen of a model saw, so that advice can say what
 * another cohort, screen or choice of columns would keep.
 *
 * @param owners column of each latent; the indicator of a block belongs to the first column of it
 * @param pairs that could have been kept
 */
public record ScreenedPairs(List<String> owners, List<Pair> pairs) {
  public ScreenedPairs {
    owners = List.copyOf(owners);
    pairs = List.copyOf(pairs);
  }

  /**
   * One pair of latent columns.
   *
   * @param first number of a latent
   * @param second number of another one
   * @param strength evidence in standard errors, not negative
   * @param kappa that it had to exceed
   */
  public record Pair(int first, int second, double strength, double kappa) {
    /**
     * Whether a cohort that many times as large would keep the pair. The square of the strength is
     * 1 too high on average by chance alone; the rest of it grows with the patients.
     */
    boolean isKeptAt(double growth) {
      double expected = Math.max(0, strength * strength - 1) * growth + 1;
      return Math.sqrt(expected) > kappa;
    }
  }

  /** Latent columns that are left without some columns. */
  public int latentsWithout(Set<String> columns) {
    return (int) owners.stream().filter(owner -> !columns.contains(owner)).count();
  }

  /**
   * Pairs that would be kept.
   *
   * @param growth patients of another cohort over those of this one
   * @param columns that it leaves out
   */
  public int kept(double growth, Set<String> columns) {
    return (int)
        pairs.stream()
            .filter(pair -> growth == 1 ? pair.strength() > pair.kappa() : pair.isKeptAt(growth))
            .filter(pair -> !columns.contains(owners.get(pair.first())))
            .filter(pair -> !columns.contains(owners.get(pair.second())))
            .count();
  }
}
