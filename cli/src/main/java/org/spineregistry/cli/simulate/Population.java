package org.spineregistry.cli.simulate;

import java.util.Map;

/**
 * The numbers of a campaign's patients, by variable. Those of the registry reference are published
 * anchors or stated assumptions for generated data; where it is silent (shares of approaches,
 * implants, guidance and the like) the shares are assumptions too.
 *
 * @param marginals numbers that follow a score
 * @param choices symbols and their shares
 * @param counts whole numbers and their shares
 * @param chances shares of the true value
 */
record Population(
    Map<String, Marginal> marginals,
    Map<String, Shares<String>> choices,
    Map<String, Shares<Long>> counts,
    Map<String, Double> chances) {
  Population {
    marginals = Map.copyOf(marginals);
    choices = Map.copyOf(choices);
    counts = Map.copyOf(counts);
    chances = Map.copyOf(chances);
  }

  Marginal marginal(String variable) {
    return known(marginals, variable);
  }

  Shares<String> choice(String variable) {
    return known(choices, variable);
  }

  Shares<Long> count(String variable) {
    return known(counts, variable);
  }

  double chance(String variable) {
    return known(chances, variable);
  }

  private static <T> T known(Map<String, T> numbers, String variable) {
    T found = numbers.get(variable);
    if (found == null) {
      throw new IllegalStateException("the population has no numbers for " + variable);
    }
    return found;
  }
}
