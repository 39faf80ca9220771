package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Screens by |a|^2 + |b|^2 - 2 a'b of the {@link Lattice} nodes of points, in whole numbers. Points
 * are at least as far apart as their nodes less what both were moved, by the triangle inequality.
 */
final class SquaresScreen implements Screen {
  private static final int AT_ONCE = 4;

  /** Far more than the rounding of the few operations that make a limit. */
  private static final double ROUNDING = 1 + 1e-9;

  private final LatticeBlocks blocks;
  private final int dimensions;

  /** Nodes of the queries in steps, and what is derived from them. */
  private final int[] queries;

  private final double[] queryOff;
  private final int[] querySquares;

  /** The commonest step of the queries but 0; coordinates of levels share it. */
  private final int common;

  private final long[] products;
  private final long[] nothing;
  private final long[][] alike;
  private final long[][] active;
  private final long[] factors;
  private final int[] sums;
  private LatticeBlocks.Block block;
  private int measured;

  SquaresScreen(EncodedRows queries, int from, int to, LatticeBlocks blocks) {
    this.blocks = blocks;
    this.dimensions = queries.dimensions();
    int words = blocks.words();
    this.products = new long[words];
    this.nothing = new long[words];
    this.alike = new long[dimensions + AT_ONCE - 1][];
    this.active = new long[dimensions + AT_ONCE - 1][];
    this.factors = new long[dimensions + AT_ONCE - 1];
    this.sums = new int[LatticeBlocks.FIELDS * words];
    this.queries = new int[(to - from) * dimensions];
    this.queryOff = new double[to - from];
    this.querySquares = new int[to - from];
    for (int query = 0; query < to - from; query++) {
      int at = query * dimensions;
      queryOff[query] = Math.sqrt(blocks.lattice().place(queries, from + query, this.queries, at));
      for (int i = at; i < at + dimensions; i++) {
        querySquares[query] += this.queries[i] * this.queries[i];
      }
    }
    this.common = commonest(this.queries);
  }

  private static int commonest(int[] steps) {
    int[] counts = new int[Lattice.FINEST + 1];
    for (int step : steps) {
      counts[step]++;
    }
    int found = 1;
    for (int step = 2; step < counts.length; step++) {
      found = counts[step] > counts[found] ? step : found;
    }
    return found;
  }

  @Override
  public int size() {
    return blocks.size();
  }

  @Override
  public int load(int start) {
    block = blocks.from(start);
    return block.length();
  }

  @Override
  public void measure(int query) {
    measured = query;
    int same = 0;
    int count = 0;
    // most coordinates of levels are 0
    for (int d = 0; d < dimensions; d++) {
      int factor = queries[query * dimensions + d];
      if (factor == common) {
        alike[same++] = block.columns()[d];
      } else if (factor != 0) {
        active[count] = block.columns()[d];
        factors[count++] = factor;
      }
    }
    Arrays.fill(alike, same, same + AT_ONCE - 1, nothing);
    Arrays.fill(active, count, count + AT_ONCE - 1, nothing);
    Arrays.fill(products, 0);
    for (int i = 0; i < same; i += AT_ONCE) {
      addAlike(products, i);
    }
    for (int i = 0; i < count; i += AT_ONCE) {
      add(products, i);
    }
    int[] squares = block.squares();
    for (int field = 0; field < LatticeBlocks.FIELDS; field++) {
      int at = field * products.length;
      int shift = field * LatticeBlocks.BITS;
      for (int j = 0; j < products.length; j++) {
        sums[at + j] = squares[at + j] - 2 * ((int) (products[j] >>> shift) & LatticeBlocks.FIELD);
      }
    }
  }

  /** Several dimensions at once: one load and store of the products for all of them. */
  private void add(long[] products, int i) {
    long[] a = active[i];
    long[] b = active[i + 1];
    long[] c = active[i + 2];
    long[] d = active[i + 3];
    long qa = factors[i];
    long qb = factors[i + 1];
    long qc = factors[i + 2];
    long qd = factors[i + 3];
    for (int j = 0; j < products.length; j++) {
      products[j] += a[j] * qa + b[j] * qb + (c[j] * qc + d[j] * qd);
    }
  }

  private void addAlike(long[] products, int i) {
    long[] a = alike[i];
    long[] b = alike[i + 1];
    long[] c = alike[i + 2];
    long[] d = alike[i + 3];
    long factor = common;
    for (int j = 0; j < products.length; j++) {
      products[j] += (a[j] + b[j] + (c[j] + d[j])) * factor;
    }
  }

  @Override
  public int next(int from, double most) {
    double nodes =
        (Math.sqrt(most) / blocks.lattice().step() + queryOff[measured] + block.off()) * ROUNDING;
    double above = nodes * nodes - querySquares[measured] + 1;
    // what is not a number rules out nothing
    int limit = above < Integer.MAX_VALUE ? (int) above : Integer.MAX_VALUE;
    int t = from;
    while (t < block.length() && sums[t] > limit) {
      t++;
    }
    return t;
  }
}
