package org.spineregistry.synthesis.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Trees small enough to be worked out by hand. */
class TreeGrowerTest {
  private static final Offset<Double> EXACT = within(1e-15);

  /**
   * Gradients -1 -1 -1 +1 +1 +1 with Hessians 1: the cut after the third row gives 9/4 + 9/4 - 0,
   * and leaves 3/4 and -3/4.
   */
  @Test
  void cutsWhereTheLossFallsMost() {
    double[] scores = new double[6];

    Tree tree = grow(rows(1, 2, 3, 4, 5, 6), 1, scores, -1, -1, -1, 1, 1, 1);

    Split split = ((Tree.Fork) tree).split();
    assertThat(split.bin()).isEqualTo(3);
    assertThat(split.gain()).isCloseTo(4.5, EXACT);
    assertThat(scores).containsExactly(0.75, 0.75, 0.75, -0.75, -0.75, -0.75);
  }

  @Test
  void missingValuesGoToTheSideTheyResemble() {
    double[] gradients = {-1, -1, 1, 1, 1, 1};

    Tree right = grow(rows(1, 1, 2, 2, 0, 0), 1, new double[6], gradients);
    Tree left = grow(rows(2, 2, 1, 1, 0, 0), 1, new double[6], gradients);

    assertThat(((Tree.Fork) right).split().missingLeft()).isFalse();
    assertThat(((Tree.Fork) left).split().missingLeft()).isTrue();
  }

  /** Nothing but the gap tells the rows apart. */
  @Test
  void missingnessAloneCanBeAsked() {
    double[] scores = new double[6];

    grow(rows(1, 0, 2, 0, 3, 0), 1, scores, -1, 1, -1, 1, -1, 1);

    assertThat(scores).containsExactly(0.75, -0.75, 0.75, -0.75, 0.75, -0.75);
  }

  /** Exclusive or: no question helps alone, but a slightly uneven table starts the first one. */
  @Test
  void secondQuestionsFindInteractions() {
    byte[][] bins = {{1, 1, 1, 2, 2, 2, 1, 2, 1}, {1, 1, 2, 1, 2, 2, 2, 1, 1}};
    BinnedRows rows = new BinnedRows(9, bins, new int[] {3, 3});
    double[] gradients = {-1, -1, 1, 1, -1, -1, 1, 1, -1};
    double[] scores = new double[9];

    new TreeGrower(rows, all(9), 2, 1, gradients, ones(9), scores).grow();

    for (int row = 0; row < 9; row++) {
      assertThat(Math.signum(scores[row])).isEqualTo(-Math.signum(gradients[row]));
    }
  }

  @Test
  void aSideNeedsAHessianOfOne() {
    double[] scores = new double[4];
    double[] hessians = {0.9, 0.9, 0.9, 0.9};
    BinnedRows rows = rows(1, 2, 2, 2);

    Tree tree =
        new TreeGrower(rows, all(4), 1, 1, new double[] {-5, 1, 1, 1}, hessians, scores).grow();

    assertThat(tree).isInstanceOf(Tree.Leaf.class);
    assertThat(scores[0]).isCloseTo(2 / 4.6, EXACT);
  }

  @Test
  void predictionsAreTheScoresOfTheTrainingRows() {
    double[] scores = new double[6];
    BinnedRows rows = rows(1, 0, 2, 3, 3, 1);

    Tree tree = grow(rows, 2, scores, -1, 2, 1, -3, 1, 0.5);

    for (int row = 0; row < 6; row++) {
      assertThat(tree.value(rows, row)).isEqualTo(scores[row]);
    }
  }

  private static Tree grow(BinnedRows rows, int depth, double[] scores, double... gradients) {
    int n = rows.rows();
    return new TreeGrower(rows, all(n), depth, 1, gradients, ones(n), scores).grow();
  }

  private static BinnedRows rows(int... bins) {
    byte[] column = new byte[bins.length];
    for (int row = 0; row < bins.length; row++) {
      column[row] = (byte) bins[row];
    }
    int size = Arrays.stream(bins).max().orElseThrow() + 1;
    return new BinnedRows(bins.length, new byte[][] {column}, new int[] {size});
  }

  private static int[] all(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }
}
