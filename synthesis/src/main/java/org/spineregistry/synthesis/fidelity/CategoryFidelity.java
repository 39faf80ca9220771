package org.spineregistry.synthesis.fidelity;

import org.spineregistry.synthesis.metric.Divergence;

/**
 * How faithful one category column is.
 *
 * @param name of the column
 * @param real number of real values
 * @param synthetic number of synthetic values
 * @param totalVariation half the sum of absolute differences of the shares
 * @param expected total variation that two samples of one distribution are expected to have, half
 *     the sum of sqrt(2 p (1 - p) / pi (1/n + 1/m)) over the levels
 * @param divergence Jensen-Shannon divergence in bits minus its bias
 */
public record CategoryFidelity(
    String name,
    int real,
    int synthetic,
    double totalVariation,
    double expected,
    double divergence) {

  /**
   * Compares the observed values of a column.
   *
   * @param real code of each row, negative when missing; at least one is not
   * @param synthetic likewise
   * @param levels number of levels
   */
  static CategoryFidelity of(String name, int[] real, int[] synthetic, int levels) {
    Divergence divergence = Divergence.ofCodes(real, synthetic, levels);
    int n = observed(real);
    int m = observed(synthetic);
    double expected = 0;
    for (int level = 0; level < levels; level++) {
      int count = 0;
      for (int code : real) {
        count += code == level ? 1 : 0;
      }
      double p = (double) count / n;
      expected += 0.5 * Math.sqrt(2 * p * (1 - p) / Math.PI * (1.0 / n + 1.0 / m));
    }
    return new CategoryFidelity(
        name, n, m, divergence.totalVariation(), expected, divergence.corrected());
  }

  private static int observed(int[] codes) {
    int observed = 0;
    for (int code : codes) {
      observed += code >= 0 ? 1 : 0;
    }
    return observed;
  }
}
