package org.spineregistry.solana.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A path leads to the root from its own leaf, and from nothing else. */
class InclusionPathPropertyTest {

  @Property(tries = 200, seed = "2026")
  void everyLeafLeadsToTheRootOfTheRecursiveDefinition(
      @ForAll @IntRange(min = 1, max = 300) int size) {
    List<byte[]> entries = entries(size);
    MerkleTree tree = MerkleTree.of(entries);

    assertThat(tree.root()).isEqualTo(recursive(entries));
    for (int index = 0; index < size; index++) {
      assertThat(tree.path(index).root(entries.get(index))).isEqualTo(tree.root());
    }
  }

  @Property(tries = 300, seed = "2026")
  void anotherLeafIndexSizeOrHashLeadsElsewhere(
      @ForAll @IntRange(min = 2, max = 300) int size,
      @ForAll @IntRange(min = 0, max = 299) int place,
      @ForAll @IntRange(min = 0, max = 255) int bit) {
    List<byte[]> entries = entries(size);
    MerkleTree tree = MerkleTree.of(entries);
    int index = place % size;
    InclusionPath path = tree.path(index);
    byte[] entry = entries.get(index);

    assertThat(path.root(entries.get((index + 1) % size))).isNotEqualTo(tree.root());
    for (int other = 0; other < size; other++) {
      if (other != index) {
        assertLeadsElsewhere(other, size, path.siblings(), entry, tree.root());
      }
    }
    List<byte[]> changed = new ArrayList<>(path.siblings());
    byte[] sibling = changed.get(bit % changed.size()).clone();
    sibling[bit / 8] ^= (byte) (1 << bit % 8);
    changed.set(bit % changed.size(), sibling);
    assertLeadsElsewhere(index, size, changed, entry, tree.root());
  }

  @Property(tries = 100, seed = "2026")
  void aPathOfTheWrongLengthIsRefused(
      @ForAll @IntRange(min = 2, max = 300) int size,
      @ForAll @IntRange(min = 0, max = 299) int place) {
    int index = place % size;
    List<byte[]> siblings = MerkleTree.of(entries(size)).path(index).siblings();
    List<byte[]> longer = new ArrayList<>(siblings);
    longer.add(new byte[32]);

    assertThatThrownBy(() -> new InclusionPath(index, size, longer)).hasMessageContaining("path");
    assertThatThrownBy(() -> new InclusionPath(index, size, siblings.subList(1, siblings.size())))
        .hasMessageContaining("path");
    assertThatThrownBy(() -> new InclusionPath(size, size, siblings)).hasMessageContaining("index");
    assertThatThrownBy(() -> new InclusionPath(-1, size, siblings)).hasMessageContaining("index");
    assertThatThrownBy(() -> new InclusionPath(0, 0, siblings)).hasMessageContaining("size");
  }

  private static void assertLeadsElsewhere(
      int index, int size, List<byte[]> siblings, byte[] entry, byte[] root) {
    InclusionPath path;
    try {
      path = new InclusionPath(index, size, siblings);
    } catch (IllegalArgumentException refused) {
      return;
    }
    assertThat(path.root(entry)).isNotEqualTo(root);
  }

  private static List<byte[]> entries(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> ByteBuffer.allocate(Integer.BYTES).putInt(i).array())
        .toList();
  }

  /** MTH of RFC 6962, section 2.1, as it is written there. */
  private static byte[] recursive(List<byte[]> entries) {
    TreeHash hash = new TreeHash();
    if (entries.size() == 1) {
      return hash.leaf(entries.get(0));
    }
    int k = Integer.highestOneBit(entries.size() - 1);
    byte[] left = recursive(entries.subList(0, k));
    byte[] right = recursive(entries.subList(k, entries.size()));
    assertThat(Arrays.equals(left, right)).isFalse();
    return hash.node(left, right);
  }
}
