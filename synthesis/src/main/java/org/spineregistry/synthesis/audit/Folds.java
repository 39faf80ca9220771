package org.spineregistry.synthesis.audit;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.random.RandomStream;

/** Splits patients into folds of almost equal size, site by site. */
final class Folds {
  private Folds() {}

  /**
   * Deals the patients of each site, in random order, to one fold after the other.
   *
   * @param sites site of each patient
   * @param stream random numbers of this split; row i is patient i
   * @return fold of each patient, 0 to folds - 1
   */
  static int[] stratified(List<String> sites, int folds, RandomStream stream) {
    int[] fold = new int[sites.size()];
    int next = 0;
    for (String site : new TreeSet<>(sites)) {
      int[] shuffled =
          IntStream.range(0, sites.size())
              .filter(patient -> sites.get(patient).equals(site))
              .boxed()
              .sorted(Comparator.comparingDouble(patient -> stream.uniform(patient, 0, 0)))
              .mapToInt(patient -> patient)
              .toArray();
      for (int patient : shuffled) {
        fold[patient] = next++ % folds;
      }
    }
    return fold;
  }
}
