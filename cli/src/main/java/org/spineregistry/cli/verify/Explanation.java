package org.spineregistry.cli.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.NotAnAnchorException;
import org.spineregistry.solana.merkle.PathSteps;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.synthesis.verify.OfflineVerifier;

/**
 * How each step is computed, with the values of this case, so that a reader can repeat it with
 * other tools.
 *
 * @param dataset bytes, null without one
 * @param certificate bytes, null without one
 * @param proof null without one
 */
record Explanation(byte[] dataset, byte[] certificate, ProofBundle proof) {

  String text() {
    List<String> lines = new ArrayList<>();
    if (dataset != null) {
      lines.add("Dataset");
      lines.add("  SHA-256 of the file (sha256sum): " + OfflineVerifier.sha256(dataset));
      lines.add("  It must be a digest among the subjects of the certificate's payload.");
    }
    if (certificate != null) {
      lines.add("Certificate");
      lines.add(
          "  The signature is Ed25519 over 'DSSEv1', the payload type and the payload, each behind"
              + " its length.");
      lines.add("  SHA-256 of the file (sha256sum): " + OfflineVerifier.sha256(certificate));
      lines.add("  It must be the subject of the proof, or stand in the memo as it is.");
    }
    if (proof != null) {
      proof
          .subject()
          .receipt()
          .ifPresent(
              receipt -> {
                lines.add("Receipt");
                lines.add("  SHA-256 of its UTF-8 bytes: " + digest(receipt));
                lines.add("  It must be the subject " + proof.subject().sha256() + ".");
              });
      proof.batch().ifPresent(batch -> batch(batch, lines));
      transaction(lines);
    }
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private void batch(ProofBundle.Batch batch, List<String> lines) {
    lines.add("Inclusion (RFC 6962: SHA-256 of 00 and a leaf, of 01 and two nodes)");
    lines.add("  leaf " + proof.subject().leaf().text());
    PathSteps.of(batch.path(), proof.subject().leaf().entry())
        .forEach(step -> lines.add("  " + step));
    lines.add("  The last line must be the root " + batch.root() + ".");
  }

  private void transaction(List<String> lines) {
    lines.add("Transaction");
    Optional<Marker> marker = Optional.empty();
    try {
      AnchorTransaction anchor = AnchorTransactionParser.parse(proof.chain().transaction());
      lines.add("  bytes 1 to 64, the signature: " + anchor.signature());
      lines.add("  bytes 69 to 100, the signer: " + anchor.publisher());
      lines.add("  the memo: " + anchor.memo().text());
      lines.add("  block hash, signed after that block: " + anchor.blockhash());
      lines.add("  The signature is Ed25519 over everything from byte 65 on.");
      marker = anchor.marker();
    } catch (NotAnAnchorException e) {
      lines.add("  The transaction " + e.getMessage() + ".");
    }
    lines.add("  The memo must be " + proof.expectedMemo().text() + ".");
    lines.add("  The signer must be a publisher of your trust file, on " + genesis() + ".");
    marker.ifPresent(made -> marker(made, lines));
  }

  private static void marker(Marker marker, List<String> lines) {
    lines.add("Marker");
    lines.add("  seed, base64url of the digest's first 24 bytes: " + marker.seed());
    lines.add(
        "  address, SHA-256 of the publisher's key, the seed and the key of the memo program: "
            + marker.address());
    lines.add(
        "  The transaction makes an account of 1 byte there and gives it to the memo program. Only"
            + " the publisher's signature can, only once, and nobody can remove it:");
    lines.add(
        "  if it stands, one such transaction succeeded, and no second one ever will. It says"
            + " nothing of transactions without a marker.");
  }

  private String genesis() {
    return "cluster " + proof.chain().genesisHash();
  }

  private static String digest(String text) {
    return OfflineVerifier.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
