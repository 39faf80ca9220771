package org.spineregistry.solana.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.anchor.NotAnAnchorException;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.proof.ProofBundle.Batch;
import org.spineregistry.solana.proof.ProofBundle.Chain;
import org.spineregistry.solana.proof.ProofFinding.Step;

/**
 * What a bundle shows without any network: that a trusted publisher signed a transaction whose memo
 * leads to the subject. Not that the transaction was ever included in a block, nor when, nor that
 * nothing took the subject back since.
 */
public final class OfflineProof {
  private final ProofBundle bundle;
  private final PublisherKeys trusted;

  public OfflineProof(ProofBundle bundle, PublisherKeys trusted) {
    this.bundle = bundle;
    this.trusted = trusted;
  }

  /** Every step that the bundle has, in order; all are computed, whatever the others say. */
  public List<ProofFinding> findings() {
    List<ProofFinding> findings = new ArrayList<>();
    bundle.subject().receipt().ifPresent(receipt -> findings.add(receipt(receipt)));
    bundle.batch().ifPresent(batch -> findings.add(inclusion(batch)));
    Chain chain = bundle.chain();
    try {
      AnchorTransaction transaction = AnchorTransactionParser.parse(chain.transaction());
      findings.add(transaction(chain, transaction));
      findings.add(memo(chain, transaction));
      findings.add(publisher(chain, transaction));
      marker(chain, transaction).ifPresent(findings::add);
    } catch (NotAnAnchorException e) {
      findings.add(new ProofFinding(Step.TRANSACTION, false, "the transaction " + e.getMessage()));
    }
    return List.copyOf(findings);
  }

  private ProofFinding receipt(String receipt) {
    String digest = sha256(receipt.getBytes(StandardCharsets.UTF_8));
    boolean same = digest.equals(bundle.subject().sha256());
    return new ProofFinding(
        Step.RECEIPT,
        same,
        same
            ? "the SHA-256 of the receipt is the subject " + digest
            : "the SHA-256 of the receipt is " + digest + ", not the subject");
  }

  private ProofFinding inclusion(Batch batch) {
    String root = HexFormat.of().formatHex(batch.path().root(bundle.subject().leaf().entry()));
    String place = "leaf " + batch.path().index() + " of " + batch.path().size();
    boolean same = root.equals(batch.root());
    return new ProofFinding(
        Step.INCLUSION,
        same,
        same
            ? place + " and its path lead to the root " + root
            : place + " and its path lead to " + root + ", not to the root of the bundle");
  }

  private static ProofFinding transaction(Chain chain, AnchorTransaction transaction) {
    boolean same = transaction.signature().equals(chain.signature());
    return new ProofFinding(
        Step.TRANSACTION,
        same,
        same
            ? "transaction " + chain.signature() + " carries a valid signature"
            : "the transaction has the signature "
                + transaction.signature()
                + ", the bundle names another one");
  }

  private ProofFinding memo(Chain chain, AnchorTransaction transaction) {
    String expected = bundle.expectedMemo().text();
    String signed = transaction.memo().text();
    boolean same = signed.equals(expected) && chain.memo().equals(expected);
    return new ProofFinding(
        Step.MEMO,
        same,
        same
            ? "the signed memo is " + expected
            : "the signed memo is " + signed + ", expected is " + expected);
  }

  private ProofFinding publisher(Chain chain, AnchorTransaction transaction) {
    Address signer = transaction.publisher();
    String keyId = sha256(signer.bytes());
    if (!signer.base58().equals(chain.publisher()) || !keyId.equals(chain.keyId())) {
      return new ProofFinding(
          Step.PUBLISHER, false, "signed by " + signer + ", the bundle names another publisher");
    }
    Optional<String> refused = trusted.refusal(signer, chain.genesisHash(), chain.slot());
    return new ProofFinding(
        Step.PUBLISHER,
        refused.isEmpty(),
        refused.orElse("signed by the trusted publisher " + signer));
  }

  private static Optional<ProofFinding> marker(Chain chain, AnchorTransaction transaction) {
    String made = transaction.marker().map(marker -> marker.address().base58()).orElse(null);
    if (made == null && chain.marker() == null) {
      return Optional.empty();
    }
    boolean same = made != null && made.equals(chain.marker());
    return Optional.of(
        new ProofFinding(
            Step.MARKER,
            same,
            same
                ? "the transaction makes the marker " + made + " of its publisher and digest"
                : "the transaction makes "
                    + (made == null ? "no marker" : "the marker " + made)
                    + ", the bundle names "
                    + (chain.marker() == null ? "none" : chain.marker())));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
