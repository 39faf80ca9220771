package org.spineregistry.synthesis.metric;

/**
 * A grid of equal steps over points. Bringing two points to its nearest nodes moves each by what it
 * was off; bringing what lies outside the grid to its edge before never takes two points apart.
 */
final class Lattice {
  /** Half the width of the grid in the largest standard deviation of a dimension. */
  private static final double REACH = 4;

  /** Steps of the widest dimension, as long as the sum of squares allows it. */
  static final int FINEST = 255;

  private final double step;
  private final double[] lowest;
  private final int[] highest;

  private Lattice(double step, double[] lowest, int[] highest) {
    this.step = step;
    this.lowest = lowest;
    this.highest = highest;
  }

  /**
   * A grid for some points, with node 0 of each dimension at its smallest coordinate.
   *
   * @param most what the squares of the coordinates of a node may sum to
   */
  static Lattice of(EncodedRows points, int most) {
    int dimensions = points.dimensions();
    double[] lowest = new double[dimensions];
    double[] width = new double[dimensions];
    double reach = 0;
    double[] mean = means(points);
    for (int d = 0; d < dimensions; d++) {
      reach = Math.max(reach, REACH * deviation(points, d, mean[d]));
    }
    for (int d = 0; d < dimensions; d++) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = d; i < points.rows() * dimensions; i += dimensions) {
        least = Math.min(least, points.values()[i]);
        greatest = Math.max(greatest, points.values()[i]);
      }
      lowest[d] = Math.max(least, mean[d] - reach);
      width[d] = Math.min(greatest, mean[d] + reach) - lowest[d];
    }
    double step = 2 * reach / FINEST;
    int[] highest = new int[dimensions];
    // without a finite spread all points are at one node, which rules none of them out
    boolean isSpread = step > 0 && step < Double.POSITIVE_INFINITY;
    while (isSpread && squares(width, step, highest) > most) {
      step *= 1.1;
    }
    return new Lattice(isSpread ? step : 1, lowest, highest);
  }

  private static double[] means(EncodedRows points) {
    double[] mean = new double[points.dimensions()];
    for (int i = 0; i < points.rows() * mean.length; ) {
      for (int d = 0; d < mean.length; d++, i++) {
        mean[d] += points.values()[i];
      }
    }
    for (int d = 0; d < mean.length; d++) {
      mean[d] /= points.rows();
    }
    return mean;
  }

  private static double deviation(EncodedRows points, int dimension, double mean) {
    double squares = 0;
    for (int i = dimension; i < points.rows() * points.dimensions(); i += points.dimensions()) {
      squares += (points.values()[i] - mean) * (points.values()[i] - mean);
    }
    return Math.sqrt(squares / points.rows());
  }

  private static double squares(double[] width, double step, int[] highest) {
    double sum = 0;
    for (int d = 0; d < width.length; d++) {
      highest[d] = (int) Math.min(FINEST, Math.ceil(width[d] / step));
      sum += (double) highest[d] * highest[d];
    }
    return sum;
  }

  /** Length of a step, the same in all dimensions. */
  double step() {
    return step;
  }

  /**
   * Brings a point to its node.
   *
   * @param node gets the coordinates of the node in steps, from {@code at} on
   * @return squared distance, in steps, between the node and the point within the edges
   */
  double place(EncodedRows points, int row, int[] node, int at) {
    double off = 0;
    for (int d = 0; d < lowest.length; d++) {
      double place = (points.values()[row * lowest.length + d] - lowest[d]) / step;
      // not by min and max: what is not a number must stay so
      place = place < 0 ? 0 : place > highest[d] ? highest[d] : place;
      node[at + d] = (int) (place + 0.5);
      off += (place - node[at + d]) * (place - node[at + d]);
    }
    return off;
  }
}
