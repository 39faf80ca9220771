package org.spineregistry.solana.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.FakeEndpoint;
import org.spineregistry.solana.verify.OnChainResult.Anchored;
import org.spineregistry.solana.verify.OnChainResult.NotAnchored;
import org.spineregistry.solana.verify.OnChainResult.Reason;
import org.spineregistry.solana.verify.OnChainResult.Unanswered;

/** Endpoints that lie, and endpoints that do not answer. */
class OnChainCheckTest {
  private static final String GENESIS = "EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG";
  private static final Memo MEMO = new Memo.Dataset("5d".repeat(32));
  private static final Memo OTHER = new Memo.Dataset("5e".repeat(32));

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final KeyPair publisher = KeyPair.random();
  private final AnchorTransaction anchor = signed(publisher, MEMO);
  private OnChainCheck check;

  private static AnchorTransaction signed(KeyPair key, Memo memo) {
    return new AnchorTransactionBuilder(key).build(memo, GENESIS, new ComputeBudget(60_000, 1_000));
  }

  @BeforeEach
  void honest() {
    check =
        new OnChainCheck(
            endpoint.rpc(), new TrustedPublishers(GENESIS, Set.of(publisher.address())));
    endpoint.result("getGenesisHash", "\"" + GENESIS + "\"").result("getFirstAvailableBlock", "0");
    list(line(anchor.signature(), MEMO));
    transaction(anchor.base64(), "null");
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private void transaction(String base64, String err) {
    endpoint.result(
        "getTransaction",
        "{\"slot\":77,\"blockTime\":1795465105,\"meta\":{\"err\":"
            + err
            + "},\"transaction\":[\""
            + base64
            + "\",\"base64\"]}");
  }

  private void list(String... lines) {
    endpoint.result("getSignaturesForAddress", "[" + String.join(",", lines) + "]");
  }

  private static String line(String signature, Memo memo) {
    return "{\"signature\":\""
        + signature
        + "\",\"slot\":77,\"err\":null,\"memo\":\"[73] "
        + memo.text()
        + "\",\"blockTime\":1}";
  }

  private static void assertFailed(OnChainResult result, Reason reason, String... details) {
    assertThat(result)
        .isInstanceOfSatisfying(
            NotAnchored.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(List.of(details))
                  .allSatisfy(part -> assertThat(failed.detail()).contains(part));
            });
  }

  @Test
  void anAnchorStands() {
    Anchored expected = new Anchored(anchor, 77, Instant.ofEpochSecond(1795465105));

    assertThat(check.at(anchor.signature(), MEMO)).isEqualTo(expected);
    assertThat(check.find(MEMO)).isEqualTo(expected);
  }

  @Test
  void anotherClusterIsNotAsked() {
    endpoint.result("getGenesisHash", "\"5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d\"");

    assertFailed(
        check.at(anchor.signature(), MEMO),
        Reason.WRONG_CLUSTER,
        "5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d",
        GENESIS);
    assertFailed(check.find(MEMO), Reason.WRONG_CLUSTER);
    assertThat(endpoint.requests())
        .extracting(request -> request.get("method").asText())
        .containsOnly("getGenesisHash");
  }

  @Test
  void aMemoThatNobodyPublishedIsNotFound() {
    assertFailed(check.find(OTHER), Reason.NO_SUCH_MEMO, "none of 1 transactions", OTHER.text());
    endpoint.result("getFirstAvailableBlock", "5000");
    assertFailed(check.find(OTHER), Reason.NO_SUCH_MEMO, "fake has no history before slot 5000");
  }

  @Test
  void aTransactionThatTheEndpointDoesNotHaveIsNotFinal() {
    endpoint.result("getTransaction", "null");

    assertFailed(check.at(anchor.signature(), MEMO), Reason.NOT_FINALIZED, anchor.signature());
  }

  @Test
  void aFailedTransactionDoesNotCount() {
    transaction(anchor.base64(), "{\"InstructionError\":[2,\"InvalidInstructionData\"]}");

    assertFailed(
        check.at(anchor.signature(), MEMO), Reason.FAILED_TRANSACTION, "InvalidInstructionData");
  }

  @Test
  void noByteOfTheTransactionCanBeChanged() {
    byte[] wire = anchor.bytes();
    for (int at = 0; at < wire.length; at += 7) {
      byte[] tampered = wire.clone();
      tampered[at] ^= 1;
      transaction(Base64.getEncoder().encodeToString(tampered), "null");

      assertFailed(check.at(anchor.signature(), MEMO), Reason.NOT_AN_ANCHOR, anchor.signature());
    }
  }

  @Test
  void aGoodTransactionInPlaceOfAnotherIsNoticed() {
    AnchorTransaction other = signed(publisher, OTHER);
    transaction(other.base64(), "null");

    assertFailed(
        check.at(anchor.signature(), MEMO),
        Reason.OTHER_TRANSACTION,
        anchor.signature(),
        other.signature());
  }

  @Test
  void anAnchorOfSomethingElseIsNoProof() {
    assertFailed(check.at(anchor.signature(), OTHER), Reason.OTHER_MEMO, MEMO.text(), OTHER.text());
  }

  @Test
  void anAnchorOfSomebodyElseIsNoProof() {
    KeyPair stranger = KeyPair.random();
    AnchorTransaction forged = signed(stranger, MEMO);
    transaction(forged.base64(), "null");

    assertFailed(
        check.at(forged.signature(), MEMO),
        Reason.UNTRUSTED_PUBLISHER,
        stranger.address().base58());
  }

  @Test
  void aListThatPromisesTooMuchIsNotBelieved() {
    AnchorTransaction other = signed(publisher, OTHER);
    list(line(other.signature(), MEMO));
    transaction(other.base64(), "null");

    assertFailed(check.find(MEMO), Reason.OTHER_MEMO);
  }

  @Test
  void looksBehindATransactionThatDoesNotStand() {
    AnchorTransaction failed =
        new AnchorTransactionBuilder(publisher).build(MEMO, GENESIS, new ComputeBudget(350, 0));
    list(line(failed.signature(), MEMO), line(anchor.signature(), MEMO));
    endpoint.result(
        "getTransaction",
        params -> {
          boolean good = params.get(0).asText().equals(anchor.signature());
          String err = good ? "null" : "\"AccountInUse\"";
          return "{\"slot\":77,\"blockTime\":null,\"meta\":{\"err\":"
              + err
              + "},\"transaction\":[\""
              + (good ? anchor : failed).base64()
              + "\",\"base64\"]}";
        });

    assertThat(check.find(MEMO)).isEqualTo(new Anchored(anchor, 77, null));
  }

  @Test
  void pagesThroughALongList() {
    List<String> page = IntStream.range(0, 1000).mapToObj(i -> line("first" + i, OTHER)).toList();
    endpoint.result(
        "getSignaturesForAddress",
        params ->
            params.at("/1/before").asText().equals("first999")
                ? "[" + line(anchor.signature(), MEMO) + "]"
                : page.stream().collect(Collectors.joining(",", "[", "]")));

    assertThat(check.find(MEMO)).isInstanceOf(Anchored.class);
    assertFailed(
        check.find(new Memo.Batch("5f".repeat(32), 3)),
        Reason.NO_SUCH_MEMO,
        "none of 1001 transactions");
  }

  @Test
  void anEndpointThatDoesNotAnswerHasNotFailedTheCheck() {
    endpoint.raw("getTransaction", 503, "<html>");
    assertThat(check.at(anchor.signature(), MEMO))
        .isInstanceOfSatisfying(
            Unanswered.class, result -> assertThat(result.failure().httpStatus()).isEqualTo(503));
    assertThat(check.find(MEMO)).isInstanceOf(Unanswered.class);

    endpoint.close();
    assertThat(check.find(MEMO))
        .isInstanceOfSatisfying(
            Unanswered.class, result -> assertThat(result.failure().httpStatus()).isZero());
  }

  @Test
  void aProofThatTrustsNobodyProvesNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrustedPublishers(GENESIS, Set.of()))
        .withMessageContaining("publishers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrustedPublishers("devnet", Set.of(new Address(GENESIS))))
        .withMessageContaining("genesisHash");
  }
}
