package org.spineregistry.solana.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.local.FakeEndpoint;

/** What is sent, and what is made of answers: shapes as in the RPC documentation. */
class SolanaRpcTest {
  private static final Address ADDRESS = new Address("11111111111111111111111111111111");

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final SolanaRpc rpc = endpoint.rpc();

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private void assertAsked(String params) throws JsonProcessingException {
    assertThat(endpoint.requests().get(0).get("params"))
        .isEqualTo(new ObjectMapper().readTree(params));
  }

  @Test
  void statusesKeepOrderNullsAndErrors() throws JsonProcessingException {
    endpoint.result(
        "getSignatureStatuses",
        "{\"context\":{\"apiVersion\":\"4.3.0\",\"slot\":82},\"value\":[null,"
            + "{\"slot\":48,\"confirmations\":null,\"err\":null,\"status\":{\"Ok\":null},\"confirmationStatus\":\"finalized\"},"
            + "{\"slot\":72,\"confirmations\":10,\"err\":{\"InstructionError\":[0,{\"Custom\":1}]},\"confirmationStatus\":\"confirmed\"}]}");

    SignatureStatuses statuses = rpc.statuses(List.of("a", "b", "c"), 50);

    assertAsked("[[\"a\",\"b\",\"c\"],{\"searchTransactionHistory\":true,\"minContextSlot\":50}]");
    assertThat(statuses.contextSlot()).isEqualTo(82);
    assertThat(statuses.values())
        .containsExactly(
            Optional.empty(),
            Optional.of(new SignatureStatus(48, Commitment.FINALIZED, null)),
            Optional.of(
                new SignatureStatus(
                    72, Commitment.CONFIRMED, "{\"InstructionError\":[0,{\"Custom\":1}]}")));
    assertThat(statuses.values().get(1).orElseThrow().failed()).isFalse();
    assertThat(statuses.values().get(2).orElseThrow().failed()).isTrue();
  }

  @Test
  void aTransactionIsReadBackAtFinalizedInBase64() throws JsonProcessingException {
    endpoint.result(
        "getTransaction",
        "{\"slot\":430,\"blockTime\":1795465105,\"meta\":{\"err\":\"AccountInUse\",\"fee\":5000},\"transaction\":[\"AQID\",\"base64\"]}");

    FinalizedTransaction transaction = rpc.transaction("sig").orElseThrow();

    assertAsked(
        "[\"sig\",{\"encoding\":\"base64\",\"commitment\":\"finalized\",\"maxSupportedTransactionVersion\":1}]");
    assertThat(transaction)
        .isEqualTo(
            new FinalizedTransaction(
                430, Instant.ofEpochSecond(1795465105), "\"AccountInUse\"", "AQID"));
    assertThat(transaction.failed()).isTrue();
    assertThat(transaction.bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void aTransactionMayBeMissingAndABlockTimeToo() {
    endpoint.result("getTransaction", "null");
    assertThat(rpc.transaction("sig")).isEmpty();

    endpoint.result(
        "getTransaction",
        "{\"slot\":430,\"blockTime\":null,\"meta\":{\"err\":null},\"transaction\":[\"AQID\",\"base64\"]}");
    assertThat(rpc.transaction("sig")).contains(new FinalizedTransaction(430, null, null, "AQID"));
  }

  @Test
  void listsTransactionsOfAnAddressFromWhereTheLastPageEnded() throws JsonProcessingException {
    endpoint.result(
        "getSignaturesForAddress",
        "[{\"signature\":\"s\",\"slot\":9,\"err\":null,\"memo\":\"[2] hi\",\"blockTime\":null,\"confirmationStatus\":\"finalized\"}]");

    assertThat(rpc.signaturesFor(ADDRESS, "last", 7))
        .containsExactly(new ListedTransaction("s", 9, null, "[2] hi", null));
    assertAsked(
        "[\"11111111111111111111111111111111\",{\"commitment\":\"finalized\",\"limit\":7,\"before\":\"last\"}]");
  }

  @Test
  void lamportsKeepAllTheirDigits() {
    endpoint.result("getBalance", "{\"context\":{\"slot\":1},\"value\":18446744073709551615}");

    assertThat(rpc.balance(ADDRESS, Commitment.CONFIRMED))
        .isEqualTo(new BigInteger("18446744073709551615"));
  }

  @Test
  void sendsOnceWithoutPreflightAndWithoutTheNodesOwnRetries() throws JsonProcessingException {
    endpoint.result("sendTransaction", "\"sig\"");

    assertThat(rpc.send(new byte[] {1, 2, 3})).isEqualTo("sig");
    assertAsked("[\"AQID\",{\"encoding\":\"base64\",\"skipPreflight\":true,\"maxRetries\":0}]");
  }

  @Test
  void simulatesWithAFreshBlockhash() throws JsonProcessingException {
    endpoint.result(
        "simulateTransaction",
        "{\"context\":{\"slot\":1},\"value\":{\"err\":null,\"unitsConsumed\":813,\"logs\":[]}}");

    assertThat(rpc.simulate(new byte[] {1, 2, 3})).isEqualTo(new Simulation(null, 813));
    assertAsked(
        "[\"AQID\",{\"encoding\":\"base64\",\"replaceRecentBlockhash\":true,\"commitment\":\"confirmed\"}]");
  }

  @Test
  void asksForABlockhashAtConfirmedAndForHeightsAtFinalized() throws JsonProcessingException {
    endpoint.result(
        "getLatestBlockhash",
        "{\"context\":{\"slot\":2792},\"value\":{\"blockhash\":\"hash\",\"lastValidBlockHeight\":3090}}");
    endpoint.result(
        "getEpochInfo",
        "{\"absoluteSlot\":166598,\"blockHeight\":166500,\"epoch\":27,\"slotIndex\":2790,\"slotsInEpoch\":8192}");

    assertThat(rpc.latestBlockhash()).isEqualTo(new LatestBlockhash(2792, "hash", 3090));
    assertThat(rpc.finalizedTip()).isEqualTo(new Tip(166598, 166500));
    assertAsked("[{\"commitment\":\"confirmed\"}]");
    assertThat(endpoint.requests().get(1).at("/params/0/commitment").asText())
        .isEqualTo("finalized");
  }

  @Test
  void healthIsANoOnlyWhenTheNodeSaysSo() {
    endpoint.result("getHealth", "\"ok\"");
    assertThat(rpc.healthy()).isTrue();

    endpoint.raw(
        "getHealth",
        200,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32005,\"message\":\"Node is behind by 42 slots\"}}");
    assertThat(rpc.healthy()).isFalse();

    endpoint.raw("getHealth", 500, "");
    assertThatExceptionOfType(RpcFailure.class).isThrownBy(rpc::healthy);
  }

  @Test
  void refusesMoreSignaturesThanANodeTakes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rpc.statuses(Collections.nCopies(257, "s"), 0))
        .withMessageContaining("257");
    assertThatIllegalArgumentException().isThrownBy(() -> rpc.statuses(List.of(), 0));
  }

  /** A zero or a "no error" that nobody said must not decide anything. */
  @TestFactory
  List<DynamicTest> anAnswerOfAnotherShapeIsAFailure() {
    return List.of(
        shape("getGenesisHash", "null", SolanaRpc::genesisHash),
        shape("getFirstAvailableBlock", "null", SolanaRpc::firstAvailableBlock),
        shape("getFirstAvailableBlock", "\"x\"", SolanaRpc::firstAvailableBlock),
        shape("getEpochInfo", "{\"absoluteSlot\":5}", SolanaRpc::finalizedTip),
        shape("getEpochInfo", "{\"blockHeight\":5}", SolanaRpc::finalizedTip),
        shape("getEpochInfo", "null", SolanaRpc::finalizedTip),
        shape(
            "getLatestBlockhash",
            "{\"context\":{\"slot\":1},\"value\":{\"blockhash\":\"h\"}}",
            SolanaRpc::latestBlockhash),
        shape(
            "getLatestBlockhash",
            "{\"value\":{\"blockhash\":\"h\",\"lastValidBlockHeight\":1}}",
            SolanaRpc::latestBlockhash),
        shape(
            "getSignatureStatuses",
            "{\"context\":{\"slot\":1},\"value\":[]}",
            rpc -> rpc.statuses(List.of("a"), 0)),
        shape("getSignatureStatuses", "{\"value\":[null]}", rpc -> rpc.statuses(List.of("a"), 0)),
        shape(
            "getSignatureStatuses",
            "{\"context\":{\"slot\":1},\"value\":[{\"slot\":1,\"err\":null}]}",
            rpc -> rpc.statuses(List.of("a"), 0)),
        shape(
            "getSignatureStatuses",
            "{\"context\":{\"slot\":1},\"value\":[{\"slot\":1,\"err\":null,\"confirmationStatus\":\"rooted\"}]}",
            rpc -> rpc.statuses(List.of("a"), 0)),
        shape(
            "getTransaction",
            "{\"slot\":1,\"meta\":null,\"transaction\":[\"AQID\",\"base64\"]}",
            rpc -> rpc.transaction("s")),
        shape(
            "getTransaction",
            "{\"slot\":1,\"meta\":{\"err\":null},\"transaction\":[\"AQID\",\"base58\"]}",
            rpc -> rpc.transaction("s")),
        shape(
            "getTransaction",
            "{\"slot\":1,\"meta\":{\"err\":null},\"transaction\":[\"?\",\"base64\"]}",
            rpc -> rpc.transaction("s")),
        shape(
            "getTransaction",
            "{\"meta\":{\"err\":null},\"transaction\":[\"AQID\",\"base64\"]}",
            rpc -> rpc.transaction("s")),
        shape("getSignaturesForAddress", "[null]", rpc -> rpc.signaturesFor(ADDRESS, null, 1)),
        shape(
            "getSignaturesForAddress",
            "[{\"slot\":1}]",
            rpc -> rpc.signaturesFor(ADDRESS, null, 1)),
        shape(
            "getBalance",
            "{\"context\":{\"slot\":1}}",
            rpc -> rpc.balance(ADDRESS, Commitment.FINALIZED)),
        shape("getRecentPrioritizationFees", "[{\"slot\":1}]", rpc -> rpc.recentPrices(ADDRESS)));
  }

  private DynamicTest shape(String method, String result, Consumer<SolanaRpc> call) {
    return DynamicTest.dynamicTest(
        method + " " + result,
        () -> {
          endpoint.result(method, result);
          assertThatExceptionOfType(RpcFailure.class)
              .isThrownBy(() -> call.accept(rpc))
              .withMessage(method + ": the result does not have the documented shape")
              .matches(RpcFailure::retriable);
        });
  }

  @Test
  void callsOneAfterTheOtherUseOneConnectionHoweverTheyEnd() {
    endpoint.raw("getGenesisHash", 429, "slow down");
    for (int i = 0; i < 50; i++) {
      assertThatExceptionOfType(RpcFailure.class).isThrownBy(rpc::genesisHash);
    }
    endpoint.result("getGenesisHash", "\"hash\"");

    assertThat(rpc.genesisHash()).isEqualTo("hash");
    assertThat(endpoint.connections()).isEqualTo(1);
  }

  @Test
  void asksForAirdropAndRent() {
    endpoint.result("requestAirdrop", "\"sig\"");
    endpoint.result("getMinimumBalanceForRentExemption", "890880");

    assertThat(rpc.requestAirdrop(ADDRESS, 5)).isEqualTo("sig");
    assertThat(rpc.rentExemption(0)).isEqualTo(890_880);
    assertThat(endpoint.requests())
        .extracting(request -> request.get("params").toString())
        .containsExactly("[\"11111111111111111111111111111111\",5]", "[0]");
  }
}
