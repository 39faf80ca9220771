package org.spineregistry.synthesis.fidelity;

/**
 * Known outcomes of rows that miss a block and of the others.
 *
 * @param missing rows that miss the block and have an outcome
 * @param others rows that have both
 * @param difference mean of the first minus mean of the second; NaN when one is empty
 * @param error standard error of the difference (Welch 1947); NaN with fewer than two on a side
 * @param degrees of freedom of that error (Satterthwaite 1946); NaN where it is NaN or 0
 */
record OutcomeSides(int missing, int others, double difference, double error, double degrees) {
  static OutcomeSides of(double[] outcomes, boolean[] missing) {
    double[] sum = new double[2];
    int[] count = new int[2];
    for (int row = 0; row < outcomes.length; row++) {
      if (!Double.isNaN(outcomes[row])) {
        int side = missing[row] ? 0 : 1;
        sum[side] += outcomes[row];
        count[side]++;
      }
    }
    double[] mean = {sum[0] / count[0], sum[1] / count[1]};
    double[] squares = new double[2];
    for (int row = 0; row < outcomes.length; row++) {
      if (!Double.isNaN(outcomes[row])) {
        int side = missing[row] ? 0 : 1;
        double deviation = outcomes[row] - mean[side];
        squares[side] += deviation * deviation;
      }
    }
    double variance = 0;
    double spread = 0;
    for (int side = 0; side < 2; side++) {
      double ofMean = squares[side] / ((count[side] - 1.0) * count[side]);
      variance += ofMean;
      spread += ofMean * ofMean / (count[side] - 1);
    }
    return new OutcomeSides(
        count[0], count[1], mean[0] - mean[1], Math.sqrt(variance), variance * variance / spread);
  }
}
