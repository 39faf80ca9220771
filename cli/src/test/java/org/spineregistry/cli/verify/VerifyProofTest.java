package org.spineregistry.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.merkle.Leaf;
import org.spineregistry.solana.merkle.MerkleTree;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.ProofBundle.Batch;
import org.spineregistry.solana.proof.ProofBundle.Chain;
import org.spineregistry.solana.proof.ProofBundle.State;
import org.spineregistry.solana.proof.ProofBundle.Subject;
import org.spineregistry.solana.proof.ProofWriter;
import org.spineregistry.synthesis.signature.KeyFile;
import org.spineregistry.synthesis.signature.SigningKey;
import org.spineregistry.synthesis.verify.OfflineVerifier;

/** A bundle proves without any network, and says what it cannot prove. */
class VerifyProofTest {
  private static final String RECEIPT = "spine contribution receipt v1\nsalt: 00";

  @TempDir private Path folder;
  private Proof proof;
  private Ledger ledger;
  private Path bundle;

  @BeforeEach
  void anchor() throws IOException {
    proof = new Proof(folder);
    ledger = new Ledger();
    bundle = folder.resolve("anchor.json");
    write(dataset(77));
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void aDatasetIsProvedOfflineUpToWhatABundleCannotShow() {
    SpineRun run = offline();

    assertThat(run.code()).isZero();
    assertThat(passed(run))
        .containsExactly(
            "form",
            "signature",
            "verdict",
            "dataset",
            "subject",
            "transaction",
            "memo",
            "publisher");
    assertThat(run.out())
        .contains("a publisher that you trust signed a transaction with this certificate's digest")
        .contains("Not checked", "whether the transaction was ever included in a block")
        .contains("Cannot be known this way", "not before which block")
        .doesNotContain("finalized");
  }

  @Test
  void endpointsAddInclusion() throws IOException {
    SpineRun run = verify("--rpc", ledger.url());

    assertThat(run.code()).isZero();
    assertThat(passed(run)).endsWith("anchor");
    assertThat(run.out()).contains("says finalized at slot 77").doesNotContain("ever included");

    write(dataset(78));
    SpineRun otherSlot = verify("--rpc", ledger.url());
    assertThat(otherSlot.code()).isEqualTo(1);
    assertThat(otherSlot.out()).contains("FAIL anchor: ", "says slot 77, the proof says slot 78");

    ledger.fail();
    assertThat(verify("--rpc", ledger.url()).out()).contains("FAIL anchor: ", "failed on chain");
  }

  @Test
  void aBundleOfAnotherCertificateFails() throws IOException {
    write(direct("ab".repeat(32), 77));
    SpineRun run = offline();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL subject: the proof is about abab")
        .doesNotContain("signed a transaction with this certificate's digest");
  }

  @Test
  void aContributionIsProvedByItsReceipt() throws IOException {
    write(contribution(RECEIPT));
    SpineRun run = alone();

    assertThat(run.code()).isZero();
    assertThat(passed(run))
        .containsExactly("receipt", "inclusion", "transaction", "memo", "publisher");
    assertThat(run.out())
        .contains("whether what the receipt is of was corrected or withdrawn later")
        .doesNotContain("certificate");

    write(contribution(RECEIPT + "1"));
    assertThat(alone().out()).contains("FAIL receipt: ");
  }

  @Test
  void theExplanationShowsEveryHashOnTheWay() throws IOException {
    write(contribution(RECEIPT));
    String text = alone("--explain").out();

    assertThat(text)
        .contains("leaf spine1:l:c:", "hash of the leaf ", " makes ", "The last line must be")
        .contains("bytes 1 to 64", "The signer must be a publisher of your trust file")
        .doesNotContain("salt");
    assertThat(verify("--explain").out())
        .contains("SHA-256 of the file (sha256sum): " + proof.digest());
  }

  @Test
  void aKeyCountsInItsSlotsOnly() throws IOException {
    terms("\"toSlot\":77");
    assertThat(offline().code()).isZero();
    terms("\"toSlot\":76");
    assertThat(offline().out()).contains("FAIL publisher: ", "is not trusted in slot 77");
    terms("\"fromSlot\":78");
    assertThat(offline().out()).contains("FAIL publisher: ");
    assertThat(verify("--rpc", ledger.url()).out()).contains("FAIL anchor: ", "not trusted in");
    terms("\"fromSlot\":78,\"toSlot\":77");
    assertThat(offline().err()).contains("--trust: ", "'toSlot' must not be before 'fromSlot'");
  }

  @Test
  void aSignedListIsTrustedByItsRootKey() throws IOException {
    SigningKey root = SigningKey.random();
    Path rootKey = pem(root);
    String list =
        Files.readString(proof.trust)
            .replace(
                "{\"format\"", "{\"serial\":3,\"issuedAt\":\"2026-11-29T12:00:00Z\",\"format\"");
    Path unsigned = Files.writeString(folder.resolve("list.json"), list);
    Path key = folder.resolve("root.pem");
    KeyFile.write(key, root);
    Files.delete(proof.trust);
    Object[] sign = {"keys", "sign", "--list", unsigned, "--key", key, "--out", proof.trust};
    assertThat(SpineRun.of(sign).code()).isZero();
    assertThat(SpineRun.of(sign).err()).contains("--out: ", "exists already");
    sign[3] = rootKey;
    sign[5] = unsigned;
    assertThat(SpineRun.of(sign).err()).contains("--list: ", "--key: ", "--out: ");

    assertThat(verify("--root-key", rootKey).code()).isZero();
    SpineRun unnamed = offline();
    assertThat(unnamed.code()).isEqualTo(2);
    assertThat(unnamed.err()).contains("--trust: ", "name who signed it by --root-key");
    SpineRun stranger = verify("--root-key", pem(SigningKey.random()));
    assertThat(stranger.code()).isEqualTo(2);
    assertThat(stranger.err()).contains("--trust: list of keys: is not signed by the root key");
    Proof.change(proof.trust, 60);
    assertThat(verify("--root-key", rootKey).code()).isEqualTo(2);
  }

  @Test
  void everyMissingOrMalformedInputIsNamedAtOnce() throws IOException {
    Files.writeString(bundle, "{\"format\":\"spine-proof/1\",\"subject\":{\"kind\":\"x\"}}");
    SpineRun run =
        SpineRun.of(
            "verify",
            proof.dataset,
            "--proof",
            bundle,
            "--trust",
            proof.trust,
            "--signature",
            "0OIl",
            "--root-key",
            folder.resolve("none.pem"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("DATASET, --certificate: one needs the other")
        .contains("--signature: the proof names its transaction itself")
        .contains("subject.kind must be dataset, contribution or review")
        .contains("anchors must be a list")
        .contains("--root-key: ");
    assertThat(SpineRun.of("verify", "--trust", proof.trust).err())
        .contains("something to verify is needed", "--proof or --rpc");
  }

  private SpineRun offline() {
    return verify();
  }

  private SpineRun verify(Object... more) {
    return run(more, "verify", proof.dataset, "--certificate", proof.certificate);
  }

  private SpineRun alone(Object... more) {
    return run(more, "verify");
  }

  private SpineRun run(Object[] more, Object... first) {
    List<Object> arguments = new java.util.ArrayList<>(List.of(first));
    arguments.addAll(List.of("--proof", bundle, "--trust", proof.trust));
    arguments.addAll(List.of(more));
    return SpineRun.of(arguments.toArray());
  }

  private static List<String> passed(SpineRun run) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith("PASS "))
        .map(line -> line.substring(5, line.indexOf(':')))
        .toList();
  }

  private void write(ProofBundle written) throws IOException {
    Files.write(bundle, ProofWriter.write(written));
  }

  private ProofBundle dataset(long slot) throws IOException {
    return direct(proof.digest(), slot);
  }

  private ProofBundle direct(String digest, long slot) {
    return new ProofBundle(
        new Subject(Leaf.Kind.DATASET, digest, Optional.empty()),
        Optional.empty(),
        List.of(chain(new Memo.Dataset(digest), slot)));
  }

  private ProofBundle contribution(String receipt) {
    Leaf leaf = new Leaf(Leaf.Kind.CONTRIBUTION, sha256(RECEIPT));
    MerkleTree tree =
        MerkleTree.of(List.of(new Leaf(Leaf.Kind.REVIEW, sha256("other")).entry(), leaf.entry()));
    String root = HexFormat.of().formatHex(tree.root());
    return new ProofBundle(
        new Subject(leaf.kind(), leaf.sha256(), Optional.of(receipt)),
        Optional.of(new Batch(root, tree.path(1))),
        List.of(chain(new Memo.Batch(root, 2), 77)));
  }

  private Chain chain(Memo memo, long slot) {
    AnchorTransaction transaction = ledger.anchor(proof.publisher, memo);
    return new Chain(
        State.FINAL,
        Ledger.GENESIS,
        proof.publisher.address().base58(),
        OfflineVerifier.sha256(proof.publisher.address().bytes()),
        memo.text(),
        transaction.bytes(),
        transaction.signature(),
        null,
        slot,
        Instant.ofEpochSecond(1_790_000_000),
        List.of());
  }

  private void terms(String term) throws IOException {
    proof.trust(proof.signer(), proof.publisher.address().base58(), Ledger.GENESIS);
    String trust = Files.readString(proof.trust);
    Files.writeString(proof.trust, trust.replace("\"genesisHash\"", term + ",\"genesisHash\""));
  }

  private Path pem(SigningKey key) throws IOException {
    byte[] wrapping = HexFormat.of().parseHex("302a300506032b6570032100");
    byte[] raw = key.publicKey().raw();
    byte[] der = java.util.Arrays.copyOf(wrapping, wrapping.length + raw.length);
    System.arraycopy(raw, 0, der, wrapping.length, raw.length);
    Path file = folder.resolve(key.publicKey().keyId() + ".pem");
    return Files.writeString(
        file,
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder().encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n");
  }

  private static String sha256(String text) {
    return OfflineVerifier.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
