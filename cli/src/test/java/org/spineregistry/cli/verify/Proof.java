package org.spineregistry.cli.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.spineregistry.cli.SpineRun;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.synthesis.certificate.Certificate;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.signature.PublicKey;
import org.spineregistry.synthesis.signature.SigningKey;
import org.spineregistry.synthesis.verify.OfflineVerifier;

/** A dataset with its certificate and whom to trust, in files; tests damage one thing at a time. */
final class Proof {
  final Path dataset;
  final Path certificate;
  final Path trust;
  final KeyPair publisher = KeyPair.random();
  private final SigningKey signer = SigningKey.random();

  Proof(Path folder) throws IOException {
    dataset = folder.resolve("synthetic-100.csv");
    certificate = folder.resolve("certificate.json");
    trust = folder.resolve("trust.json");
    Files.writeString(dataset, "ageYears,sex\n61,FEMALE\n");
    Files.write(certificate, Envelope.of(statement("PASS"), signer));
    trust(signer.publicKey(), publisher.address().base58(), Ledger.GENESIS);
  }

  /** A certificate of the same signer in which a deciding gate has another verdict. */
  void gate(String verdict) throws IOException {
    Files.write(certificate, Envelope.of(statement(verdict), signer));
  }

  void trust(PublicKey key, String publisher, String genesis) throws IOException {
    Files.writeString(
        trust,
        """
        {"format":"spine-trust/1",
         "certificateKeys":[{"keyId":"%s","publicKey":"%s"}],
         "publishers":[{"publicKey":"%s","genesisHash":"%s"}]}
        """
            .formatted(
                key.keyId(), Base64.getEncoder().encodeToString(key.raw()), publisher, genesis));
  }

  PublicKey signer() {
    return signer.publicKey();
  }

  String digest() throws IOException {
    return OfflineVerifier.sha256(Files.readAllBytes(certificate));
  }

  SpineRun verify(Ledger ledger, Object... more) {
    Object[] args = {
      "verify", dataset, "--certificate", certificate, "--rpc", ledger.url(), "--trust", trust
    };
    Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return SpineRun.of(all);
  }

  SpineRun verifyUnanchored(Object... more) {
    Object[] args = {"verify", dataset, "--certificate", certificate, "--trust", trust};
    Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return SpineRun.of(all);
  }

  static void change(Path file, int position) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[position] ^= 1;
    Files.write(file, bytes);
  }

  private Certificate statement(String verdict) throws IOException {
    return statement(Files.readAllBytes(dataset), verdict);
  }

  /** What is certified of a dataset whose deciding gate has this verdict. */
  static Certificate statement(byte[] dataset, String verdict) {
    String sha256 = OfflineVerifier.sha256(dataset);
    String anyDigest = OfflineVerifier.sha256("any".getBytes(StandardCharsets.UTF_8));
    return new Certificate(
        List.of(new Certificate.Subject("synthetic-100.csv", sha256, 1)),
        "sacroiliac-fusion",
        "cycle",
        1,
        370L,
        "published-2026",
        "CERTIFIED",
        new Certificate.CohortFacts(370, anyDigest, anyDigest),
        new Certificate.SchemaFacts("SacroiliacFusionCase", anyDigest),
        new Certificate.EngineFacts("spine-synthesis", "1", "0".repeat(40), "classic"),
        Map.of(),
        anyDigest,
        List.of(
            new Certificate.GateLine(
                "fidelity", "mean p", 0.5, null, null, 0.05, "ABOVE", verdict, null)));
  }
}
