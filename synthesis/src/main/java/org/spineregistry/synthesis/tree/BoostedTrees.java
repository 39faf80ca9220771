package org.spineregistry.synthesis.tree;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.special.LogisticFunction;

/**
 * Gradient boosting of regression trees with logistic loss (Friedman 2001, Annals of Statistics
 * 29:1189) on histograms, leaves by Newton's step with a quadratic penalty. Nothing is drawn at
 * random: equal rows give equal trees.
 *
 * @param base log-odds of the training rows
 * @param trees their values are added to the base
 */
record BoostedTrees(double base, List<Tree> trees) {
  private static final int ROUNDS = 100;
  private static final int DEPTH = 4;
  private static final double RATE = 0.1;

  /**
   * Learns.
   *
   * @param training rows to learn from, rising, both outcomes among them
   * @param positive outcome of every row
   */
  static BoostedTrees fit(BinnedRows rows, int[] training, boolean[] positive) {
    double positives = 0;
    for (int row : training) {
      positives += positive[row] ? 1 : 0;
    }
    double base = StrictMath.log(positives / (training.length - positives));
    double[] scores = new double[rows.rows()];
    double[] gradients = new double[rows.rows()];
    double[] hessians = new double[rows.rows()];
    List<Tree> trees = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int row : training) {
        double probability = LogisticFunction.value(base + scores[row]);
        gradients[row] = probability - (positive[row] ? 1 : 0);
        hessians[row] = probability * (1 - probability);
      }
      trees.add(new TreeGrower(rows, training, DEPTH, RATE, gradients, hessians, scores).grow());
    }
    return new BoostedTrees(base, trees);
  }

  /** Log-odds of a row's being positive. */
  double logOdds(BinnedRows rows, int row) {
    double sum = base;
    for (Tree tree : trees) {
      sum += tree.value(rows, row);
    }
    return sum;
  }
}
