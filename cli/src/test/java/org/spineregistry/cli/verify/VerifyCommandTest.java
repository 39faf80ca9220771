package org.spineregistry.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.synthesis.signature.SigningKey;

class VerifyCommandTest {
  @TempDir private Path folder;
  private Proof proof;
  private Ledger ledger;

  @BeforeEach
  void anchor() throws IOException {
    proof = new Proof(folder);
    ledger = new Ledger();
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void aGenuineDatasetPassesEveryCheck() throws IOException {
    String signature = ledger.anchor(proof.publisher, proof.digest());
    SpineRun run = proof.verify(ledger);
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("PASS ")))
        .extracting(line -> line.substring(5, line.indexOf(':')))
        .containsExactly("form", "signature", "verdict", "dataset", "anchor");
    assertThat(run.out()).contains(signature, "spine1:d:" + proof.digest(), "slot 77");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aLocalCertificateIsCheckedWithoutAnAnchorWhenThatIsAskedFor() throws IOException {
    SpineRun run = proof.verifyUnanchored("--no-anchor");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("PASS ")))
        .extracting(line -> line.substring(5, line.indexOf(':')))
        .containsExactly("form", "signature", "verdict", "dataset");
    assertThat(run.out())
        .contains("All 4 checks hold; NOT ANCHORED.")
        .contains("- whether any publisher anchored this certificate")
        .doesNotContain("transaction");

    assertThat(proof.verifyUnanchored().err()).contains("--proof or --rpc: needed", "--no-anchor");
    assertThat(proof.verify(ledger, "--no-anchor").err()).contains("--no-anchor: leaves out what");

    Proof.change(proof.dataset, 15);
    assertThat(proof.verifyUnanchored("--no-anchor").code()).isEqualTo(1);
    proof.gate("FAIL");
    assertThat(proof.verifyUnanchored("--no-anchor").out()).contains("FAIL verdict:");
  }

  @Test
  void theAnswerNamesItsLimitsAndIsNeverABareValid() throws IOException {
    ledger.anchor(proof.publisher, proof.digest());
    SpineRun run = proof.verify(ledger);
    assertThat(run.out())
        .contains("Proved", "Not checked", "Cannot be known this way", "superseded or revoked")
        .contains("a second endpoint")
        .doesNotContainIgnoringCase("valid");
    assertThat(proof.verify(ledger, "--rpc", ledger.url()).out())
        .doesNotContain("a second endpoint");
  }

  @Test
  void theTransactionMayBeNamed() throws IOException {
    String signature = ledger.anchor(proof.publisher, proof.digest());
    assertThat(proof.verify(ledger, "--signature", signature).code()).isZero();
    String other = ledger.anchor(proof.publisher, "ab".repeat(32));
    SpineRun run = proof.verify(ledger, "--signature", other);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL anchor: the memo is spine1:d:abab");
  }

  @Test
  void aChangedByteInTheDatasetFailsWithTheReason() throws IOException {
    ledger.anchor(proof.publisher, proof.digest());
    Proof.change(proof.dataset, 15);
    SpineRun run = proof.verify(ledger);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL dataset: SHA-256")
        .contains("PASS signature", "PASS anchor")
        .contains("1 of 5 checks do not hold");
  }

  @Test
  void noChangedByteInTheCertificateIsEverAccepted() throws IOException {
    ledger.anchor(proof.publisher, proof.digest());
    byte[] genuine = Files.readAllBytes(proof.certificate);
    int failed = 0;
    for (int position = 0; position < genuine.length; position += 37) {
      Files.write(proof.certificate, genuine);
      Proof.change(proof.certificate, position);
      SpineRun run = proof.verify(ledger);
      assertThat(run.code()).as("byte " + position).isNotZero();
      failed += run.code() == 1 ? 1 : 0;
    }
    // the few others broke the JSON around the payload, so that the file is no certificate at all
    assertThat(failed).isGreaterThan(genuine.length / 37 * 8 / 10);
  }

  @Test
  void aRefusedGateFailsWhoeverSignedIt() throws IOException {
    proof.gate("FAIL");
    ledger.anchor(proof.publisher, proof.digest());
    SpineRun run = proof.verify(ledger);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL verdict: a deciding gate is not PASS");
  }

  @Test
  void anUntrustedSignerFails() throws IOException {
    ledger.anchor(proof.publisher, proof.digest());
    proof.trust(
        SigningKey.random().publicKey(), proof.publisher.address().base58(), Ledger.GENESIS);
    SpineRun run = proof.verify(ledger);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL signature: no signature of a trusted key")
        .doesNotContain("byte for byte");
  }

  @Test
  void anAnchorOfAnUntrustedPublisherFails() throws IOException {
    ledger.anchor(KeyPair.random(), proof.digest());
    SpineRun run = proof.verify(ledger);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL anchor: none of 0 transactions of the trusted publishers")
        .contains("- whether the certificate stands on the ledger");
  }

  @Test
  void anotherClusterFails() throws IOException {
    ledger.anchor(proof.publisher, proof.digest());
    proof.trust(proof.signer(), proof.publisher.address().base58(), Ledger.OTHER_GENESIS);
    SpineRun run = proof.verify(ledger);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL anchor: ", "belongs to cluster " + Ledger.GENESIS);
  }

  @Test
  void aTransactionThatFailedOnChainProvesNothing() throws IOException {
    ledger.anchor(proof.publisher, proof.digest());
    ledger.fail();
    SpineRun run = proof.verify(ledger);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL anchor: transaction ", "failed on chain");
  }

  @Test
  void everyEndpointHasToSayTheSame() throws IOException {
    ledger.anchor(proof.publisher, proof.digest());
    try (Ledger empty = new Ledger()) {
      SpineRun run = proof.verify(ledger, "--rpc", empty.url());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("PASS anchor", "FAIL anchor");
    }
  }

  @Test
  void anEndpointThatDoesNotAnswerFailsAndItsKeyIsNotShown() throws IOException {
    ledger.silence();
    SpineRun run = proof.verify(ledger);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL anchor: 127.0.0.1:", "no usable answer")
        .doesNotContain("api-key");
  }

  @Test
  void everyUnusableInputIsNamedAtOnce() {
    SpineRun run =
        SpineRun.of(
            "verify",
            SpineRun.nowhere(folder),
            "--certificate",
            proof.dataset,
            "--rpc",
            "ftp:/nothing",
            "--trust",
            proof.certificate,
            "--signature",
            "0OIl");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("no-such-file: there is no such file")
        .contains("synthetic-100.csv: is no certificate")
        .contains("--rpc: an http or https address")
        .contains("--trust: trust file: field 'format'")
        .contains("--signature: a transaction signature");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFileWithoutEndOrBeyondReasonIsBadInput() throws IOException {
    Path large = folder.resolve("large.csv");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(3L << 30); // sparse: takes no space
    }
    SpineRun run =
        SpineRun.of(
            "verify",
            large,
            "--certificate",
            "/dev/zero",
            "--rpc",
            "http://127.0.0.1:1",
            "--trust",
            folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("large.csv: is larger than any dataset")
        .contains("/dev/zero: is no file")
        .contains(folder + ": is no file");
  }

  @Test
  void aTrustFileWithAPublisherThatIsNoneIsBadInput() throws IOException {
    proof.trust(proof.signer(), "nobody", Ledger.GENESIS);
    SpineRun run = proof.verify(ledger);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--trust: ");
  }
}
