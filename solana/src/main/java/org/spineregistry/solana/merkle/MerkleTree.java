package org.spineregistry.solana.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1, over leaves in a given order. Splitting at the largest
 * power of two below the size, as the RFC does, gives the same nodes as pairing neighbours level by
 * level and lifting what is left over. Immutable.
 */
public final class MerkleTree {
  /** Leaf hashes first, the root last. */
  private final List<byte[][]> levels = new ArrayList<>();

  private MerkleTree(byte[][] leafHashes) {
    TreeHash hash = new TreeHash();
    byte[][] level = leafHashes;
    levels.add(level);
    while (level.length > 1) {
      byte[][] above = new byte[(level.length + 1) / 2][];
      for (int i = 0; i < above.length; i++) {
        above[i] =
            2 * i + 1 < level.length ? hash.node(level[2 * i], level[2 * i + 1]) : level[2 * i];
      }
      levels.add(above);
      level = above;
    }
  }

  /**
   * @param entries bytes of each leaf, before any hash
   */
  public static MerkleTree of(List<byte[]> entries) {
    TreeHash hash = new TreeHash();
    return new MerkleTree(entries.stream().map(hash::leaf).toArray(byte[][]::new));
  }

  /** Number of leaves. */
  public int size() {
    return levels.get(0).length;
  }

  /** 32 bytes; of an empty tree the hash of nothing. */
  public byte[] root() {
    byte[][] top = levels.get(levels.size() - 1);
    return top.length == 0 ? new TreeHash().empty() : top[0].clone();
  }

  /**
   * The audit path of a leaf.
   *
   * @param index from 0
   * @throws IndexOutOfBoundsException if there is no such leaf
   */
  public InclusionPath path(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("leaf " + index + " of " + size());
    }
    List<byte[]> siblings = new ArrayList<>();
    int at = index;
    for (byte[][] level : levels.subList(0, levels.size() - 1)) {
      int sibling = at ^ 1;
      if (sibling < level.length) {
        siblings.add(level[sibling]);
      }
      at >>= 1;
    }
    return new InclusionPath(index, size(), siblings);
  }
}
