package org.spineregistry.synthesis.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * References on the nodes of a {@link Lattice}, in blocks. Three of them share a word, so that one
 * multiplication serves three even where the compiler makes no wide instructions. Immutable.
 */
final class LatticeBlocks {
  /** References in a word. */
  static final int FIELDS = 3;

  /** Of a field: room for the product of any two nodes. */
  static final int BITS = 21;

  static final int FIELD = (1 << BITS) - 1;

  private final Lattice lattice;
  private final int size;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * One block.
   *
   * @param columns {@code columns[dimension][j]}, in whose field f is reference f * words + j
   * @param squares of the nodes, summed over dimensions
   * @param off what no reference was moved farther than, in steps
   */
  record Block(int length, long[][] columns, int[] squares, double off) {}

  LatticeBlocks(EncodedRows references) {
    this.lattice = Lattice.of(references, FIELD);
    this.size = Screen.size(references.rows());
    for (int start = 0; start < references.rows(); start += size) {
      blocks.add(block(references, start, Math.min(size, references.rows() - start)));
    }
  }

  private Block block(EncodedRows references, int start, int length) {
    int dimensions = references.dimensions();
    int words = words();
    long[][] columns = new long[dimensions][words];
    int[] squares = new int[FIELDS * words];
    int[] node = new int[dimensions];
    double off = 0;
    int word = 0;
    int shift = 0;
    for (int t = 0; t < length; t++) {
      off = Math.max(off, lattice.place(references, start + t, node, 0));
      for (int d = 0; d < dimensions; d++) {
        if (node[d] != 0) {
          columns[d][word] |= (long) node[d] << shift;
          squares[t] += node[d] * node[d];
        }
      }
      word++;
      if (word == words) {
        word = 0;
        shift += BITS;
      }
    }
    return new Block(length, columns, squares, Math.sqrt(off));
  }

  Lattice lattice() {
    return lattice;
  }

  /** Words of a column of a block. */
  int words() {
    return (size + FIELDS - 1) / FIELDS;
  }

  /** References of each block but the last. */
  int size() {
    return size;
  }

  /** The block of references from {@code start}, a multiple of {@link #size}. */
  Block from(int start) {
    return blocks.get(start / size);
  }
}
