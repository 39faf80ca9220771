package org.spineregistry.synthesis.quantile;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * A marginal without a family and without patients: common values are atoms, all others are blocks
 * of at least k patients, and the table runs straight through their means and between them. No knot
 * is a patient.
 *
 * @param shares knots of the cumulative share, rising from 0 to 1
 * @param values at the knots, rising
 */
public record QuantileTable(double[] shares, double[] values) {

  /**
   * Builds the table of a column.
   *
   * @param observed at least one value, no NaN, any order
   * @param lowest bound of the schema, null when there is none
   * @param highest likewise
   * @param k smallest group of patients that may show
   */
  public static QuantileTable of(double[] observed, Double lowest, Double highest, int k) {
    double[] sorted = observed.clone();
    Arrays.sort(sorted);
    // 5 % of n without the rounding of 0.05
    int atom = Math.max(k, (sorted.length + 19) / 20);
    List<Segment> segments = Segment.of(sorted, atom, k);
    int inStretches = segments.stream().filter(s -> !s.isAtom()).mapToInt(Segment::count).sum();
    Knots knots = new Knots(sorted.length);
    for (int s = 0; s < segments.size(); s++) {
      Segment segment = segments.get(s);
      if (segment.isAtom()) {
        knots.addAtom(segment.value(), segment.count());
      } else {
        double low = s > 0 ? segments.get(s - 1).value() : orElse(lowest, -Double.MAX_VALUE);
        double high =
            s + 1 < segments.size()
                ? segments.get(s + 1).value()
                : orElse(highest, Double.MAX_VALUE);
        int blocks = Knots.blocks(segment.count(), inStretches, k);
        knots.addStretch(
            Arrays.copyOfRange(sorted, segment.from(), segment.to()), blocks, low, high);
      }
    }
    return new QuantileTable(knots.shares(), knots.values());
  }

  private static double orElse(Double bound, double none) {
    return bound == null ? none : bound;
  }

  /** The value at a share in [0, 1], before rounding. */
  public double quantile(double share) {
    int found = Arrays.binarySearch(shares, share);
    int above = found >= 0 ? found : -found - 1;
    if (above == 0) {
      return values[0];
    }
    if (above >= shares.length) {
      return values[values.length - 1];
    }
    double low = values[above - 1];
    double high = values[above];
    double width = shares[above] - shares[above - 1];
    return low == high || width == 0
        ? high
        : low + (share - shares[above - 1]) / width * (high - low);
  }

  /** The value of a latent standard normal. */
  public double ofLatent(double latent) {
    return quantile(StandardNormal.cdf(latent));
  }

  /** The smallest share at which the table reaches a value; 1 when it never does. */
  public double share(double value) {
    if (value <= values[0]) {
      return 0;
    }
    for (int i = 1; i < values.length; i++) {
      if (values[i] >= value) {
        double width = values[i] - values[i - 1];
        return width == 0
            ? shares[i - 1]
            : shares[i - 1] + (value - values[i - 1]) / width * (shares[i] - shares[i - 1]);
      }
    }
    return 1;
  }
}
