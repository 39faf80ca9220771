package org.spineregistry.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * Levels with their shares, in order.
 *
 * @param shares positive weights; they need not sum to 1
 */
record Shares<T>(List<T> levels, List<Double> shares) {
  Shares {
    if (levels.size() != shares.size()) {
      throw new IllegalArgumentException("each level has one share");
    }
    levels = List.copyOf(levels);
    shares = List.copyOf(shares);
  }

  /** Reads {@code "NEVER 50, FORMER 28, CURRENT 22"}. */
  static Shares<String> of(String text) {
    List<String> levels = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (String entry : text.split(",\\s*", -1)) {
      int space = entry.indexOf(' ');
      levels.add(entry.substring(0, space));
      shares.add(Double.valueOf(entry.substring(space + 1)));
    }
    return new Shares<>(levels, shares);
  }

  /** Whole numbers from {@code first} on, by their shares. */
  static Shares<Long> counting(long first, double... shares) {
    List<Long> levels = new ArrayList<>();
    List<Double> list = new ArrayList<>();
    for (double share : shares) {
      levels.add(first + list.size());
      list.add(share);
    }
    return new Shares<>(levels, list);
  }

  /** The level at a uniform number in (0, 1). */
  T at(double uniform) {
    double left = uniform * total();
    for (int i = 0; i < levels.size() - 1; i++) {
      left -= shares.get(i);
      if (left < 0) {
        return levels.get(i);
      }
    }
    return levels.get(levels.size() - 1);
  }

  /** The level at a standard normal score: a high score means a late level. */
  T atScore(double score) {
    return at(StandardNormal.cdf(score));
  }

  /** Share of one level, 0 to 1. */
  double share(T level) {
    return shares.get(levels.indexOf(level)) / total();
  }

  private double total() {
    return shares.stream().mapToDouble(Double::doubleValue).sum();
  }
}
