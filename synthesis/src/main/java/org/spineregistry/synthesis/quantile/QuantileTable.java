package org.spineregistry.synthesis.quantile;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.special.TabulatedNormal;

/**
 * A marginal without a family and without patients: common values are atoms, all others are blocks
 * of at least k patients, and the table runs straight through their means and between them. No knot
 * is a patient. Immutable and thread-safe.
 */
public final class QuantileTable {
  private final double[] shares;
  private final double[] values;

  /** For each of these even parts of the shares the first knot at or above its lower end. */
  private final int[] guide;

  private QuantileTable(double[] shares, double[] values) {
    this.shares = shares;
    this.values = values;
    this.guide = new int[Integer.highestOneBit(2 * shares.length)];
    int knot = 0;
    for (int part = 0; part < guide.length; part++) {
      double from = (double) part / guide.length; // exact: the length is a power of two
      while (knot < shares.length - 1 && shares[knot] < from) {
        knot++;
      }
      guide[part] = knot;
    }
  }

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
    double[] ones = new double[sorted.length];
    Arrays.fill(ones, 1);
    return weighted(sorted, ones, sorted.length, lowest, highest, k);
  }

  /**
   * Builds the table of values that stand for different masses, such as the jumps of a survival
   * curve. Blocks and atoms are counted in patients; a block spreads its mass around the plain mean
   * of its values, so that one heavy patient does not show.
   *
   * @param sorted at least one value, rising, no NaN
   * @param masses one for each value, not negative
   * @param total the table ends at the share sum(masses) / total, at most 1
   * @param lowest bound of the schema, null when there is none
   * @param highest likewise
   * @param k smallest group of patients that may show
   */
  public static QuantileTable weighted(
      double[] sorted, double[] masses, double total, Double lowest, Double highest, int k) {
    // 5 % of n without the rounding of 0.05
    int atom = Math.max(k, (sorted.length + 19) / 20);
    List<Segment> segments = Segment.of(sorted, masses, atom, k);
    int inStretches = segments.stream().filter(s -> !s.isAtom()).mapToInt(Segment::count).sum();
    Knots knots = new Knots(sorted, masses, total);
    for (int s = 0; s < segments.size(); s++) {
      Segment segment = segments.get(s);
      if (segment.isAtom()) {
        knots.addAtom(segment);
      } else {
        double low = s > 0 ? segments.get(s - 1).value() : orElse(lowest, -Double.MAX_VALUE);
        double high =
            s + 1 < segments.size()
                ? segments.get(s + 1).value()
                : orElse(highest, Double.MAX_VALUE);
        knots.addStretch(segment, Knots.blocks(segment.count(), inStretches, k), low, high);
      }
    }
    return new QuantileTable(knots.shares(), knots.values());
  }

  private static double orElse(Double bound, double none) {
    return bound == null ? none : bound;
  }

  /** Knots of the cumulative share, rising from 0, usually to 1; a copy. */
  public double[] shares() {
    return shares.clone();
  }

  /** Values at the knots, rising; a copy. */
  public double[] values() {
    return values.clone();
  }

  /** The largest share of the table, 1 unless some mass lies beyond every value. */
  public double end() {
    return shares[shares.length - 1];
  }

  /**
   * The value at a share, before rounding; the lower one where the table jumps.
   *
   * @param share in [0, 1]; above {@link #end} it gives the largest value
   */
  public double quantile(double share) {
    int above = guide[Math.min(guide.length - 1, (int) (share * guide.length))];
    while (above < shares.length - 1 && shares[above] < share) {
      above++;
    }
    double high = values[above];
    if (above == 0 || share >= shares[above]) {
      return high;
    }
    double low = values[above - 1];
    return low == high
        ? high
        : low + (share - shares[above - 1]) / (shares[above] - shares[above - 1]) * (high - low);
  }

  /** The value of a latent standard normal. */
  public double ofLatent(double latent) {
    return quantile(TabulatedNormal.cdf(latent));
  }

  /**
   * The values of many latent standard normals.
   *
   * @param latents not changed
   * @param out filled; may be the same array
   */
  public void ofLatents(double[] latents, double[] out) {
    for (int i = 0; i < latents.length; i++) {
      out[i] = quantile(TabulatedNormal.cdf(latents[i]));
    }
  }

  /**
   * The same values with other shares: each knot moves along the straight lines between the given
   * points.
   *
   * @param from shares of this table, rising from 0 to 1
   * @param to where they move, rising from 0 to 1
   */
  public QuantileTable reshared(double[] from, double[] to) {
    double[] moved = new double[shares.length];
    int part = 0;
    for (int knot = 0; knot < moved.length; knot++) {
      while (part < from.length - 2 && from[part + 1] < shares[knot]) {
        part++;
      }
      double width = from[part + 1] - from[part];
      double along = width > 0 ? (shares[knot] - from[part]) / width : 1;
      moved[knot] = to[part] + along * (to[part + 1] - to[part]);
    }
    return new QuantileTable(moved, values);
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
