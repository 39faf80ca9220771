package org.spineregistry.solana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.p2p.solanaj.core.Account;
import org.p2p.solanaj.core.PublicKey;
import org.p2p.solanaj.programs.ComputeBudgetProgram;
import org.p2p.solanaj.programs.MemoProgram;
import org.p2p.solanaj.rpc.RpcClient;
import org.p2p.solanaj.rpc.RpcException;
import org.p2p.solanaj.rpc.types.ConfirmedTransaction;
import org.p2p.solanaj.rpc.types.SignatureStatuses;
import org.p2p.solanaj.rpc.types.SimulatedTransaction;
import org.p2p.solanaj.rpc.types.config.Commitment;
import org.p2p.solanaj.utils.TweetNaclFast;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.Ed25519Verifier;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.FakeEndpoint;

/**
 * What solanaj 1.27.3 does wrong, and that we do not run into it. A failure after an upgrade means
 * that a detour of ours may go, or that something below us has moved.
 */
class SolanajContractTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String ADDRESS = "11111111111111111111111111111111";

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final RpcClient solanaj = new RpcClient(endpoint.url());

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private static List<String> getters(Class<?> type) {
    return Arrays.stream(type.getMethods()).map(Method::getName).toList();
  }

  @Test
  void itsStatusHidesWhetherATransactionFailed() {
    assertThat(getters(SignatureStatuses.Value.class))
        .contains("getConfirmationStatus")
        .doesNotContain("getErr");
    endpoint.result(
        "getSignatureStatuses",
        "{\"context\":{\"slot\":1},\"value\":[{\"slot\":1,\"err\":\"AccountInUse\",\"confirmationStatus\":\"finalized\"}]}");

    assertThat(endpoint.rpc().statuses(List.of("s"), 0).values().get(0).orElseThrow().failed())
        .isTrue();
  }

  @Test
  void itsSimulationHidesErrorAndUnits() {
    assertThat(getters(SimulatedTransaction.Value.class))
        .contains("getLogs")
        .doesNotContain("getErr", "getUnitsConsumed");
    endpoint.result(
        "simulateTransaction",
        "{\"context\":{\"slot\":1},\"value\":{\"err\":\"AccountNotFound\",\"unitsConsumed\":7}}");

    assertThat(endpoint.rpc().simulate(new byte[1]).failed()).isTrue();
    assertThat(endpoint.rpc().simulate(new byte[1]).units()).isEqualTo(7);
  }

  @Test
  void itsTransactionLosesTheBlockTime() throws RpcException {
    endpoint.result(
        "getTransaction",
        "{\"slot\":1,\"blockTime\":1795465105,\"meta\":{\"err\":null},\"transaction\":[\"AQID\",\"base64\"]}");

    assertThat(getters(ConfirmedTransaction.class))
        .contains("getSlot")
        .doesNotContain("getBlockTime", "getVersion");
    assertThat(endpoint.rpc().transaction("s").orElseThrow().blockTime())
        .isEqualTo("2026-11-23T20:18:25Z");
  }

  @Test
  void itSpellsCommitmentsAsNoNodeReadsThem() throws RpcException {
    endpoint
        .result("isBlockhashValid", "{\"context\":{\"slot\":1},\"value\":true}")
        .result("getEpochInfo", "{\"absoluteSlot\":1,\"blockHeight\":1}");
    assertThatThrownBy(() -> solanaj.getApi().getTransaction("s", Commitment.CONFIRMED))
        .isInstanceOf(RpcException.class);
    endpoint.rpc().tip(org.spineregistry.solana.rpc.Commitment.CONFIRMED);

    assertThat(endpoint.requests())
        .extracting(request -> request.at("/params/1/commitment").asText())
        .first()
        .isEqualTo("CONFIRMED");
    assertThat(endpoint.requests())
        .extracting(request -> request.at("/params/0/commitment").asText())
        .last()
        .isEqualTo("confirmed");
  }

  @Test
  void itsExceptionKeepsOnlyASentence() {
    endpoint.raw("getGenesisHash", 429, "slow down", "Retry-After", "7");

    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> solanaj.getApi().getGenesisHash())
        .withMessageNotContaining("429")
        .withNoCause();
    assertThatThrownBy(() -> endpoint.rpc().genesisHash()).hasMessageContaining("429");
  }

  @Test
  void itCannotListTheTransactionsOfAnAddress() {
    endpoint.result(
        "getSignaturesForAddress",
        "[{\"signature\":\"s\",\"slot\":9,\"err\":null,\"memo\":\"[2] hi\",\"blockTime\":1}]");

    assertThatExceptionOfType(ClassCastException.class)
        .isThrownBy(
            () ->
                solanaj
                    .getApi()
                    .getSignaturesForAddress(new PublicKey(ADDRESS), 1, Commitment.FINALIZED)
                    .get(0)
                    .getSignature());
    assertThat(endpoint.rpc().signaturesFor(new Address(ADDRESS), null, 1))
        .singleElement()
        .matches(entry -> entry.memo().equals("[2] hi"));
  }

  @Test
  void itsMemoProgramIsTheOneThatChecksNoSigner() {
    assertThat(MemoProgram.PROGRAM_ID.toBase58())
        .isEqualTo("Memo1UhkJRfHyvLMcVucJwxXeuD728EqVDDwQDxFMNo");
  }

  @Test
  void itsVerifierAcceptsForgedForms() throws IOException {
    JsonNode cases =
        new ObjectMapper().readTree(getClass().getResource("/ed25519/speccheck.json")).get("cases");
    int accepted = 0;
    for (JsonNode edge : cases) {
      byte[] key = HEX.parseHex(edge.get("publicKey").asText());
      byte[] message = HEX.parseHex(edge.get("message").asText());
      byte[] signature = HEX.parseHex(edge.get("signature").asText());
      accepted +=
          new TweetNaclFast.Signature(key, null).detached_verify(message, signature) ? 1 : 0;
      assertThat(Ed25519Verifier.verify(key, message, signature)).isFalse();
    }
    assertThat(accepted).isEqualTo(7);
  }

  @Test
  void itTakesKeysOfOtherLengths() {
    byte[] tooLong = new byte[33];
    Arrays.fill(tooLong, (byte) 7);
    String text = Base58Text.encode(tooLong);

    assertThat(new PublicKey(text).toByteArray()).hasSize(33);
    assertThatIllegalArgumentException().isThrownBy(() -> new Address(text));
  }

  @Test
  void itHandsOutTheInsideOfAKey() {
    PublicKey key = new PublicKey(ADDRESS);
    key.toByteArray()[0] = 1;

    assertThat(key.toBase58()).isNotEqualTo(ADDRESS);
  }

  @Test
  void itTakesAForeignPublicHalf() {
    byte[] foreign =
        HEX.parseHex(
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60" + "07".repeat(32));

    assertThat(new Account(foreign).getPublicKey().toByteArray()).containsOnly(7);
    assertThatIllegalArgumentException().isThrownBy(() -> KeyPair.of(foreign));
  }

  @Test
  void itTurnsANegativePriceIntoAHugeOne() {
    assertThat(ComputeBudgetProgram.setComputeUnitPrice(-1).getData())
        .startsWith(3, 255, 255, 255, 255);
    assertThatIllegalArgumentException().isThrownBy(() -> new ComputeBudget(1, -1));
  }
}
