package org.spineregistry.synthesis.copula;

import java.util.List;

/**
 * Whose the latent numbers are.
 *
 * @param ofColumn numbers of the latents of each column; both columns of a pair have all of the
 *     pair
 * @param blocks of missing cells, each with its indicator
 */
record LatentOwners(int[][] ofColumn, List<BlockRule> blocks) {

  /**
   * Which latents belong to some columns.
   *
   * @param size number of all latents
   */
  boolean[] of(List<Integer> columns, int size) {
    boolean[] found = new boolean[size];
    for (int column : columns) {
      for (int latent : ofColumn[column]) {
        found[latent] = true;
      }
    }
    return found;
  }

  /**
   * A column of each latent, of a pair the first of its two; an indicator belongs to the first
   * column of its block.
   *
   * @param columns names of all columns
   * @param size number of all latents
   */
  List<String> names(List<String> columns, int size) {
    String[] names = new String[size];
    for (int column = ofColumn.length - 1; column >= 0; column--) {
      for (int latent : ofColumn[column]) {
        names[latent] = columns.get(column);
      }
    }
    for (BlockRule block : blocks) {
      if (block.latent() >= 0) {
        names[block.latent()] = columns.get(block.columns()[0]);
      }
    }
    return List.of(names);
  }

  /**
   * Whether the cohort says nothing about two latents together: a column with the indicator of its
   * own block, two statuses of one pair.
   */
  boolean areOneVariable(int first, int second) {
    for (int[] own : ofColumn) {
      if (own.length > 1 && contains(own, first) && contains(own, second)) {
        return true;
      }
    }
    for (BlockRule block : blocks) {
      if (block.latent() == first || block.latent() == second) {
        int other = block.latent() == first ? second : first;
        for (int column : block.columns()) {
          if (contains(ofColumn[column], other)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean contains(int[] numbers, int number) {
    for (int n : numbers) {
      if (n == number) {
        return true;
      }
    }
    return false;
  }
}
