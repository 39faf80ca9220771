package org.spineregistry.synthesis.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.random.Seed;

/**
 * One repetition of the audit.
 *
 * @param number 1, 2, 3, ...
 * @param repeat which of the random partitions it belongs to, from 1
 * @param members rows on which the model is fitted, rising
 * @param strangers rows kept aside, rising
 */
public record Replicate(int number, int repeat, int[] members, int[] strangers) {
  /**
   * Plans repeats x folds replicates; within a repeat every patient is a stranger exactly once.
   *
   * @param sites site of each patient
   */
  public static List<Replicate> plan(List<String> sites, int repeats, int folds, Seed seed) {
    List<Replicate> replicates = new ArrayList<>();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      int[] fold = Folds.stratified(sites, folds, seed.stream("split/" + repeat));
      for (int aside = 0; aside < folds; aside++) {
        int out = aside;
        replicates.add(
            new Replicate(
                replicates.size() + 1,
                repeat,
                IntStream.range(0, fold.length).filter(row -> fold[row] != out).toArray(),
                IntStream.range(0, fold.length).filter(row -> fold[row] == out).toArray()));
      }
    }
    return replicates;
  }

  /** Label of the replicate's random numbers. */
  public String label() {
    return "audit/" + number;
  }

  /** Whether each of {@code patients} rows is a member. */
  public boolean[] isMember(int patients) {
    boolean[] member = new boolean[patients];
    for (int row : members) {
      member[row] = true;
    }
    return member;
  }
}
