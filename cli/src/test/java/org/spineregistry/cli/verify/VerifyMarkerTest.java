package org.spineregistry.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.merkle.Leaf;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.ProofBundle.Chain;
import org.spineregistry.solana.proof.ProofBundle.State;
import org.spineregistry.solana.proof.ProofBundle.Subject;
import org.spineregistry.solana.proof.ProofWriter;
import org.spineregistry.synthesis.verify.OfflineVerifier;

/** An anchor that left a marker: what a bundle shows of it, what endpoints add. */
class VerifyMarkerTest {
  private static final OptionalLong RENT = OptionalLong.of(897_840);

  @TempDir private Path folder;
  private Proof proof;
  private Ledger ledger;
  private Path bundle;
  private AnchorTransaction anchor;

  @BeforeEach
  void anchor() throws IOException {
    proof = new Proof(folder);
    ledger = new Ledger();
    bundle = folder.resolve("anchor.json");
    anchor = ledger.anchor(proof.publisher, new Memo.Dataset(proof.digest()), RENT);
    write(anchor, address());
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void offlineTheTransactionMakesTheMarkerThatTheBundleNames() {
    SpineRun run = verify();

    assertThat(run.code()).isZero();
    assertThat(passed(run)).endsWith("publisher", "marker");
    assertThat(run.out())
        .contains("transactions with this marker at most one can succeed")
        .contains("whether the marker stands (--rpc asks an endpoint")
        .doesNotContain("one such transaction did succeed");
  }

  @Test
  void theExplanationSaysWhatAMarkerShowsAndWhatNot() {
    assertThat(verify("--explain").out())
        .contains("seed, base64url of the digest's first 24 bytes: ")
        .contains("address, SHA-256 of the publisher's key, the seed")
        .contains(address())
        .contains("nobody can remove it", "nothing of transactions without a marker");
  }

  @Test
  void endpointsAddThatItStands() {
    SpineRun run = verify("--rpc", ledger.url());

    assertThat(run.code()).isZero();
    assertThat(passed(run)).endsWith("marker", "anchor", "marker account");
    assertThat(run.out())
        .contains(address() + " is an account of the memo program with 1 byte")
        .contains("one such transaction did succeed")
        .doesNotContain("whether the marker stands");
  }

  @Test
  void itStandsWhereTheTransactionIsForgotten() {
    ledger.prune();
    SpineRun run = verify("--rpc", ledger.url());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL anchor: ", "or was pruned", "PASS marker account: ");
  }

  @Test
  void anAccountOfAnotherProgramIsNone() {
    ledger.disown();
    SpineRun run = verify("--rpc", ledger.url());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL marker account: ", "a marker is of MemoSq4")
        .doesNotContain("one such transaction did succeed");
  }

  @Test
  void withoutABundleTheTransactionThatWasFoundSaysWhetherThereIsOne() {
    SpineRun run = proof.verify(ledger);

    assertThat(run.code()).isZero();
    assertThat(passed(run)).endsWith("anchor", "marker account");
  }

  @Test
  void aBundleThatDoesNotNameItFails() throws IOException {
    write(anchor, null);
    SpineRun run = verify();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL marker: ", address() + ", the bundle names none")
        .doesNotContain("at most one can succeed");
  }

  @Test
  void aBundleThatNamesOneThatIsNotMadeFails() throws IOException {
    ledger.close();
    ledger = new Ledger();
    AnchorTransaction plain =
        ledger.anchor(proof.publisher, new Memo.Dataset(proof.digest()), OptionalLong.empty());
    write(plain, address());

    assertThat(verify().out()).contains("FAIL marker: the transaction makes no marker, the bundle");
    assertThat(verify("--rpc", ledger.url()).code()).isEqualTo(1);
    write(plain, null);
    assertThat(verify("--rpc", ledger.url()).out()).doesNotContain("marker");
  }

  private String address() {
    return anchor.marker().orElseThrow().address().base58();
  }

  private SpineRun verify(Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of("verify", proof.dataset, "--certificate", proof.certificate));
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

  private void write(AnchorTransaction transaction, String marker) throws IOException {
    Chain chain =
        new Chain(
            State.FINAL,
            Ledger.GENESIS,
            proof.publisher.address().base58(),
            OfflineVerifier.sha256(proof.publisher.address().bytes()),
            transaction.memo().text(),
            transaction.bytes(),
            transaction.signature(),
            marker,
            77L,
            null,
            List.of());
    Subject subject = new Subject(Leaf.Kind.DATASET, proof.digest(), Optional.empty());
    Files.write(
        bundle, ProofWriter.write(new ProofBundle(subject, Optional.empty(), List.of(chain))));
  }
}
