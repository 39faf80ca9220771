package org.spineregistry.solana.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Proof that a leaf is in a tree: the audit path of RFC 6962, section 2.1.1.
 *
 * @param index of the leaf, from 0
 * @param size number of leaves of the tree
 * @param siblings 32 bytes each, from the leaf's level up
 */
public record InclusionPath(int index, int size, List<byte[]> siblings) {
  /**
   * @throws IllegalArgumentException naming the field, unless it could be a path of some tree
   */
  public InclusionPath {
    if (size < 1) {
      throw new IllegalArgumentException("size must be at least 1");
    }
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("index must be 0 or more and below size");
    }
    siblings = siblings.stream().map(byte[]::clone).toList();
    if (siblings.stream().anyMatch(sibling -> sibling.length != TreeHash.LENGTH)) {
      throw new IllegalArgumentException("path must consist of hashes of 32 bytes");
    }
    if (siblings.size() != length(index, size)) {
      throw new IllegalArgumentException(
          "path must have " + length(index, size) + " hashes, not " + siblings.size());
    }
  }

  /** Hashes on the way from a leaf to the root: a lifted node has no sibling on its level. */
  private static int length(int index, int size) {
    int length = 0;
    int at = index;
    for (int last = size - 1; last > 0; last >>= 1, at >>= 1) {
      length += at < last || (at & 1) == 1 ? 1 : 0;
    }
    return length;
  }

  /**
   * A sibling and its side.
   *
   * @param isLeft whether it is hashed before the node on the way
   */
  record Turn(byte[] sibling, boolean isLeft) {}

  /** The siblings with their sides, as RFC 9162, section 2.1.3.2 takes them. */
  List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    int at = index;
    int last = size - 1;
    for (byte[] sibling : siblings) {
      // a node that was lifted from below has no sibling there
      while ((at & 1) == 0 && at == last) {
        at >>= 1;
        last >>= 1;
      }
      turns.add(new Turn(sibling, (at & 1) == 1));
      at >>= 1;
      last >>= 1;
    }
    return turns;
  }

  /**
   * Computes the root that a leaf leads to.
   *
   * @param entry bytes of the leaf, before any hash
   * @return 32 bytes
   */
  public byte[] root(byte[] entry) {
    TreeHash hash = new TreeHash();
    byte[] root = hash.leaf(entry);
    for (Turn turn : turns()) {
      root = turn.isLeft() ? hash.node(turn.sibling(), root) : hash.node(root, turn.sibling());
    }
    return root;
  }
}
