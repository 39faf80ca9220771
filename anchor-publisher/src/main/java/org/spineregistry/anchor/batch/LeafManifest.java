package org.spineregistry.anchor.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.solana.merkle.Leaf;
import org.spineregistry.solana.merkle.MerkleTree;

/** The leaves of a batch as a file in the store, one a line: 75 characters, nothing else. */
final class LeafManifest {
  private static final String NAME = "leaves.txt";

  private LeafManifest() {}

  static ArtifactReference put(ArtifactStore artifacts, List<String> leaves) throws IOException {
    String text = String.join("\n", leaves) + "\n";
    return artifacts.put(NAME, text.getBytes(StandardCharsets.US_ASCII), (long) leaves.size());
  }

  /**
   * The tree of a closed batch.
   *
   * @throws IOException when the file cannot be read or is damaged
   */
  static MerkleTree tree(ArtifactStore artifacts, BatchState.Closed batch) throws IOException {
    ArtifactReference reference =
        ArtifactReference.newBuilder()
            .setName(NAME)
            .setUri("")
            .setSha256(batch.manifest())
            .setBytes(0)
            .setRows((long) batch.leaves())
            .build();
    return tree(new String(artifacts.get(reference), StandardCharsets.US_ASCII).lines().toList());
  }

  static MerkleTree tree(List<String> leaves) {
    return MerkleTree.of(leaves.stream().map(leaf -> Leaf.parse(leaf).entry()).toList());
  }
}
