package org.spineregistry.synthesis.tree;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.Auc;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Permutation;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Table;

/**
 * Whether boosted trees can tell synthetic rows from patients: all columns, missing cells included,
 * predictions of rows that the trees have not learnt from pooled over five folds.
 *
 * @param auc area under the ROC curve; 0.5 when nothing tells them apart, less when the release
 *     holds copies of patients: the twin among the training rows then speaks for the wrong side
 * @param interval bootstrap over the rows of both sides, models not refitted; null when it is not
 *     defined
 * @param rows rows of each side
 */
public record Detection(double auc, Interval interval, int rows) {
  private static final int FOLDS = 5;
  private static final int COHORT_ATTEMPT = 1;
  private static final int RELEASE_ATTEMPT = 2;

  /**
   * Compares a cohort with as many rows from the head of a release, or the other way round when the
   * release is the smaller one.
   *
   * @param cohort at least five rows
   * @param release has the cohort's columns; at least five rows
   * @param stream random numbers of this comparison alone
   * @param resamples of the bootstrap, usually 1,000
   * @throws IllegalArgumentException if there are fewer than five rows
   */
  public static Detection of(Table cohort, Table release, RandomStream stream, int resamples) {
    int rows = Math.min(cohort.rows(), release.rows());
    if (rows < FOLDS) {
      throw new IllegalArgumentException("Detection needs five or more rows on each side");
    }
    int[] patients = Permutation.head(cohort.rows(), rows, stream, COHORT_ATTEMPT);
    int[] dealt = Permutation.of(rows, stream, RELEASE_ATTEMPT);
    int[] folds = new int[2 * rows];
    for (int i = 0; i < rows; i++) {
      folds[i] = i % FOLDS; // the patients stand in random order
      folds[rows + dealt[i]] = i % FOLDS;
    }
    BinnedRows binned =
        BinnedRows.of(cohort.select(patients), release.select(IntStream.range(0, rows).toArray()));
    boolean[] synthetic = new boolean[2 * rows];
    Arrays.fill(synthetic, rows, 2 * rows, true);
    Auc auc = new Auc(scores(binned, folds, synthetic), synthetic);
    Interval interval = new PatientBootstrap(stream, 2 * rows, resamples).interval(auc::value);
    return new Detection(auc.value(), interval, rows);
  }

  /** Log-odds of each row by trees that learnt from the other folds. */
  static double[] scores(BinnedRows rows, int[] folds, boolean[] positive) {
    double[] scores = new double[rows.rows()];
    for (int aside = 0; aside < FOLDS; aside++) {
      int fold = aside;
      int[] training = IntStream.range(0, folds.length).filter(row -> folds[row] != fold).toArray();
      BoostedTrees trees = BoostedTrees.fit(rows, training, positive);
      for (int row = 0; row < folds.length; row++) {
        if (folds[row] == fold) {
          scores[row] = trees.logOdds(rows, row);
        }
      }
      Workers.checkpoint();
    }
    return scores;
  }
}
