package org.spineregistry.anchor.intent;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.IntentState;
import org.spineregistry.service.artifact.Sha256;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.merkle.InclusionPath;
import org.spineregistry.solana.merkle.Leaf;
import org.spineregistry.solana.merkle.Receipt;
import org.spineregistry.solana.proof.ProofBundle;

/** Proof bundles of anchors that stand. Pure. */
public final class AnchorProofs {
  private AnchorProofs() {}

  /** The bundle of a dataset's anchor; empty unless it is finalized. */
  public static Optional<ProofBundle> of(AnchorIntent intent) {
    if (intent.getState() != IntentState.FINALIZED || !Intents.DATASET.equals(intent.getKind())) {
      return Optional.empty();
    }
    ProofBundle.Subject subject =
        new ProofBundle.Subject(Leaf.Kind.DATASET, intent.getSubject(), Optional.empty());
    return Optional.of(new ProofBundle(subject, Optional.empty(), List.of(chain(intent))));
  }

  /**
   * The bundle of a receipt whose batch is anchored.
   *
   * @param intent of the batch, finalized
   * @param receipt text of the receipt
   * @param path of its leaf in the batch
   */
  public static ProofBundle of(AnchorIntent intent, String receipt, InclusionPath path) {
    Leaf leaf = Receipt.leafOf(receipt);
    return new ProofBundle(
        new ProofBundle.Subject(leaf.kind(), leaf.sha256(), Optional.of(receipt)),
        Optional.of(new ProofBundle.Batch(intent.getSubject(), path)),
        List.of(chain(intent)));
  }

  private static ProofBundle.Chain chain(AnchorIntent intent) {
    AnchorReceipt receipt = intent.getReceipt();
    AnchorAttempt winner = Intents.attemptOf(intent, receipt.getSignature());
    byte[] transaction = Base64.getDecoder().decode(winner.getTransaction());
    Long seconds = receipt.getBlockTime();
    return new ProofBundle.Chain(
        ProofBundle.State.FINAL,
        receipt.getGenesisHash(),
        receipt.getPublisher(),
        Sha256.hex(new Address(receipt.getPublisher()).bytes()),
        receipt.getMemo(),
        transaction,
        receipt.getSignature(),
        AnchorTransactionParser.parse(transaction)
            .marker()
            .map(marker -> marker.address().base58())
            .orElse(null),
        receipt.getSlot(),
        seconds == null ? null : Instant.ofEpochSecond(seconds),
        List.of());
  }
}
