package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.event.IntentState.FINALIZED;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.intent.AnchorProofs;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.merkle.ContributionReceipt;
import org.spineregistry.solana.merkle.MerkleTree;
import org.spineregistry.solana.proof.OfflineProof;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.ProofFinding;
import org.spineregistry.solana.proof.ProofReader;
import org.spineregistry.solana.proof.ProofWriter;
import org.spineregistry.solana.proof.PublisherKeys;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.MarkerCheck;

/** Batches with a marker, by publishers that share a key and no log, on the real runtime. */
class MarkedBatchIT {
  @TempDir private Path folder;

  private final SolanaRpc rpc =
      new SolanaRpc("local", TestCluster.shared().solanaUrl(), SolanaRpc.DEFAULT_TIMEOUT);
  private final KeyPair key = KeyPair.random();
  private final ContributionReceipt receipt =
      new ContributionReceipt(
          "sacroiliac-fusion", UUID.randomUUID().toString(), 1, "ab".repeat(32), "cd".repeat(32));
  private final MerkleTree tree = MerkleTree.of(List.of(receipt.leaf().entry()));
  private final String root = HexFormat.of().formatHex(tree.root());
  private final Memo memo = new Memo.Batch(root, 1);
  private final Marker marker = Marker.of(key.address(), memo);
  private final List<PublisherProcess> publishers = new ArrayList<>();
  private Installation first;
  private Installation second;

  @BeforeEach
  void install() throws Exception {
    first = installation("first");
    second = installation("second");
  }

  /** Topics of its own, so that its intent log is empty. */
  private Installation installation(String name) throws Exception {
    Installation installation = new Installation(MarkedBatchIT.class, folder.resolve(name), false);
    installation.createTopics();
    return installation;
  }

  @AfterEach
  void stop() {
    publishers.forEach(PublisherProcess::close);
  }

  private PublisherProcess start(Installation installation) {
    PublisherProcess publisher = PublisherProcess.startMarking(installation, key);
    publishers.add(publisher);
    return publisher;
  }

  private void anchored(PublisherProcess publisher) {
    PublisherStage.eventually().until(() -> publisher.is(root, FINALIZED));
  }

  private static AnchorFinalized event(Installation installation) {
    List<AnchorFinalized> events = installation.read(Topics.ANCHOR_FINALIZED);
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  @Test
  void aBatchIsAnchoredWithItsMarkerAndTheBundleProvesIt() throws Exception {
    first.closeBatch(root, 1);
    PublisherProcess publisher = start(first);
    anchored(publisher);

    AnchorIntent intent = publisher.book.find(root).orElseThrow().tracked().intent();
    ProofBundle bundle =
        ProofReader.read(ProofWriter.write(AnchorProofs.of(intent, receipt.text(), tree.path(0))));
    assertThat(bundle.chain().marker()).isEqualTo(marker.address().base58());
    PublisherKeys trusted =
        new PublisherKeys(
            List.of(new PublisherKeys.Term(key.address(), bundle.chain().genesisHash(), 0, null)));
    assertThat(new OfflineProof(bundle, trusted).findings())
        .hasSize(6)
        .allMatch(ProofFinding::holds);
    assertThat(MarkerCheck.doubt(rpc, marker)).isEmpty();
    assertThat(first.solana.memos(memo.text())).isOne();
  }

  @Test
  void aPublisherThatLostItsLogCannotAnchorTwiceAndReturnsTheFirst() {
    first.closeBatch(root, 1);
    anchored(start(first));
    stop();

    second.closeBatch(root, 1);
    PublisherProcess later = start(second);
    anchored(later);

    assertThat(event(second).getReceipt()).isEqualTo(event(first).getReceipt());
    assertThat(event(second).getTransaction()).isEqualTo(event(first).getTransaction());
    assertThat(second.solana.memos(memo.text())).isOne();
    assertThat(second.solana.failedMemos(memo.text())).as("not even tried").isZero();
    assertThat(later.book.find(root).orElseThrow().tracked().intent().getAttempts())
        .as("the first anchor alone")
        .hasSize(1);
  }

  @Test
  void twoPublishersAtTheSameTimeEndWithOneAnchor() {
    PublisherProcess one = start(first);
    PublisherProcess other = start(second);
    first.closeBatch(root, 1);
    second.closeBatch(root, 1);
    anchored(one);
    anchored(other);

    assertThat(Set.of(event(first).getReceipt().getSignature()))
        .containsExactly(event(second).getReceipt().getSignature());
    assertThat(first.solana.memos(memo.text())).isOne();
  }

  @Test
  void lamportsOfAStrangerDoNotPreventTheAnchor() {
    rpc.requestAirdrop(marker.address(), 2_000_000);
    PublisherStage.eventually()
        .until(() -> rpc.accounts(List.of(marker.address())).get(0).isPresent());

    first.closeBatch(root, 1);
    anchored(start(first));

    assertThat(MarkerCheck.doubt(rpc, marker)).isEmpty();
    assertThat(first.solana.memos(memo.text())).isOne();
    assertThat(first.solana.failedMemos(memo.text())).isZero();
  }

  @Test
  void withoutTheSettingTheSamePublisherLeavesNone() {
    first.closeBatch(root, 1);
    PublisherProcess plain = PublisherProcess.start(first, key);
    publishers.add(plain);
    anchored(plain);

    assertThat(MarkerCheck.doubt(rpc, marker)).isPresent();
  }
}
