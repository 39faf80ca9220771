package org.spineregistry.synthesis.metric;

/**
 * Rows in which many searches look for Euclidean neighbours. Immutable: searches may run side by
 * side.
 */
public final class IndexedRows {
  private final EncodedRows rows;
  private final LatticeBlocks blocks;

  private IndexedRows(EncodedRows rows) {
    this.rows = rows;
    this.blocks = new LatticeBlocks(rows);
  }

  /** Makes rows ready; takes about as long as a search for a few of them. */
  public static IndexedRows of(EncodedRows rows) {
    return new IndexedRows(rows);
  }

  /** Finds the two nearest rows of the queries [from, to). */
  public Neighbours nearest(EncodedRows queries, int from, int to) {
    return search(queries, from, to, false);
  }

  /**
   * Finds the two nearest other rows of the rows [from, to); a row is no neighbour of itself, an
   * equal row is.
   */
  public Neighbours nearestOther(int from, int to) {
    return search(rows, from, to, true);
  }

  private Neighbours search(EncodedRows queries, int from, int to, boolean skipSelf) {
    Screen screen = new SquaresScreen(queries, from, to, blocks);
    Neighbours found =
        Neighbours.search(screen, queries, from, to, rows, skipSelf, Distance.EUCLIDEAN);
    for (int i = 0; i < found.first().length; i++) {
      found.first()[i] = Math.sqrt(found.first()[i]);
      found.second()[i] = Math.sqrt(found.second()[i]);
    }
    return found;
  }
}
