package org.spineregistry.solana.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.merkle.InclusionPath;
import org.spineregistry.solana.merkle.Leaf;

/**
 * What a bundle claims. Nothing in it is believed: {@link OfflineProof} computes what can be
 * computed.
 *
 * @param batch absent when the subject was anchored by a transaction of its own
 * @param anchors in the order of the file; one of them is of Solana
 */
public record ProofBundle(Subject subject, Optional<Batch> batch, List<Anchor> anchors) {
  /** Value of the field {@code format}. */
  public static final String FORMAT = "spine-proof/1";

  public ProofBundle {
    anchors = List.copyOf(anchors);
  }

  /**
   * What is proved.
   *
   * @param sha256 of a certificate file or of the receipt, 64 lower-case hexadecimal digits
   * @param receipt the text whose digest the leaf carries; absent for a dataset
   */
  public record Subject(Leaf.Kind kind, String sha256, Optional<String> receipt) {
    /** The leaf of this subject in a batch. */
    public Leaf leaf() {
      return new Leaf(kind, sha256);
    }
  }

  /**
   * Place in a batch.
   *
   * @param root 64 lower-case hexadecimal digits
   */
  public record Batch(String root, InclusionPath path) {}

  /** One piece of evidence. */
  public sealed interface Anchor permits Chain, Carried {
    String type();
  }

  /** Whether the publisher saw the transaction finalized when it wrote the bundle. */
  public enum State {
    PENDING,
    FINAL
  }

  /**
   * A transaction on Solana.
   *
   * @param genesisHash of the cluster, base58
   * @param publisher base58
   * @param keyId SHA-256 of the publisher's raw key, 64 lower-case hexadecimal digits
   * @param transaction signed, as it was sent
   * @param signature base58
   * @param marker address of the marker that the transaction makes, base58; null when it makes none
   * @param slot null while pending
   * @param blockTime an estimate for people; null when there is none
   * @param observations who saw it finalized
   */
  public record Chain(
      State state,
      String genesisHash,
      String publisher,
      String keyId,
      String memo,
      byte[] transaction,
      String signature,
      String marker,
      Long slot,
      Instant blockTime,
      List<Observation> observations)
      implements Anchor {
    public static final String TYPE = "solana";

    public Chain {
      transaction = transaction.clone();
      observations = List.copyOf(observations);
    }

    @Override
    public byte[] transaction() {
      return transaction.clone();
    }

    @Override
    public String type() {
      return TYPE;
    }
  }

  /**
   * An endpoint's word.
   *
   * @param endpoint its name, never its address, which may carry a key
   */
  public record Observation(String endpoint, long slot, Instant at) {}

  /**
   * Evidence that this version carries and does not check, such as {@code opentimestamps} or {@code
   * rfc3161}, both over the SHA-256 of the signed transaction's bytes. Adding it changes nothing
   * else in the bundle.
   */
  public record Carried(String type, JsonNode evidence) implements Anchor {}

  /** The transaction on Solana. */
  public Chain chain() {
    return anchors.stream()
        .filter(Chain.class::isInstance)
        .map(Chain.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** What the memo of the transaction has to be. */
  public Memo expectedMemo() {
    return batch
        .<Memo>map(place -> new Memo.Batch(place.root(), place.path().size()))
        .orElseGet(() -> new Memo.Dataset(subject.sha256()));
  }
}
