package org.spineregistry.solana.merkle;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The way from a leaf to the root, hash by hash, for people. */
public final class PathSteps {
  private PathSteps() {}

  /** The leaf's own hash first, the root last, each with what makes it in hexadecimal digits. */
  public static List<String> of(InclusionPath path, byte[] entry) {
    TreeHash hash = new TreeHash();
    HexFormat hex = HexFormat.of();
    List<String> steps = new ArrayList<>();
    byte[] node = hash.leaf(entry);
    steps.add("hash of the leaf " + hex.formatHex(node));
    for (InclusionPath.Turn turn : path.turns()) {
      byte[] above =
          turn.isLeft() ? hash.node(turn.sibling(), node) : hash.node(node, turn.sibling());
      steps.add(
          (turn.isLeft() ? "left " : "right ")
              + hex.formatHex(turn.sibling())
              + " makes "
              + hex.formatHex(above));
      node = above;
    }
    return steps;
  }
}
