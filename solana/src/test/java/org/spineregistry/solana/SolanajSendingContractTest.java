package org.spineregistry.solana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.p2p.solanaj.core.Account;
import org.p2p.solanaj.core.AccountMeta;
import org.p2p.solanaj.core.PublicKey;
import org.p2p.solanaj.core.Transaction;
import org.p2p.solanaj.core.TransactionInstruction;
import org.p2p.solanaj.programs.SystemProgram;
import org.p2p.solanaj.rpc.RpcClient;
import org.p2p.solanaj.rpc.RpcException;
import org.p2p.solanaj.rpc.WeightedCluster;
import org.p2p.solanaj.rpc.types.WeightedEndpoint;
import org.spineregistry.solana.key.Ed25519Verifier;
import org.spineregistry.solana.local.FakeEndpoint;

/** Why we sign, assemble and send ourselves. See {@link SolanajContractTest}. */
class SolanajSendingContractTest {
  private static final String BLOCKHASH = "E3M3d7sy8ZKivUGxBexL9wxE7ebqzGWFqkdeFMedCJFS";

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final FakeEndpoint other = new FakeEndpoint();
  private final Account payer = new Account();

  @AfterEach
  void stop() {
    endpoint.close();
    other.close();
  }

  /** The second call asks for a blockhash again, and its bytes are another transaction. */
  @Test
  void sendingAgainSignsAgainAndAppendsASignature() throws RpcException {
    answers(endpoint);
    Transaction transaction = transfer();
    RpcClient solanaj = new RpcClient(endpoint.url());

    solanaj.getApi().sendTransaction(transaction, payer);
    solanaj.getApi().sendTransaction(transaction, payer);

    List<byte[]> sent = sent();
    assertThat(endpoint.requests())
        .filteredOn(request -> request.path("method").asText().contains("lockhash"))
        .hasSize(2);
    assertThat(sent.get(0)[0]).isEqualTo((byte) 1);
    assertThat(sent.get(1)[0]).isEqualTo((byte) 2);
  }

  @Test
  void itsDefaultsSkipChecksAndRetriesAndNameNoSlot() throws RpcException {
    answers(endpoint);
    new RpcClient(endpoint.url()).getApi().sendTransaction(transfer(), payer);

    JsonNode options = sends().get(0).at("/params/1");
    assertThat(options.path("skipPreflight").asBoolean()).isTrue();
    assertThat(options.path("maxRetries").asInt(-1)).isZero();
    assertThat(options.has("preflightCommitment")).isFalse();
    assertThat(options.has("minContextSlot")).isFalse();
  }

  /** Keys are sorted, writable signers first; signatures are left in the caller's order. */
  @Test
  void itsSignaturesStandInTheCallersOrder() {
    Account readOnly = new Account();
    Account writable = new Account();
    Transaction transaction = new Transaction();
    transaction.addInstruction(
        new TransactionInstruction(
            SystemProgram.PROGRAM_ID,
            List.of(
                new AccountMeta(readOnly.getPublicKey(), true, false),
                new AccountMeta(writable.getPublicKey(), true, true)),
            new byte[0]));
    transaction.setRecentBlockHash(BLOCKHASH);
    transaction.sign(List.of(payer, readOnly, writable));

    byte[] bytes = transaction.serialize();
    byte[] message = Arrays.copyOfRange(bytes, 1 + 3 * 64, bytes.length);
    assertThat(signs(bytes, message, 0)).isTrue();
    assertThat(signs(bytes, message, 1)).isFalse();
    assertThat(signs(bytes, message, 2)).isFalse();
  }

  /** A height from one node and a status from another are enough to anchor twice. */
  @Test
  void itsClusterAsksAnotherEndpointForEveryCall() throws RpcException {
    endpoint.result("getSlot", "1");
    other.result("getSlot", "1");
    RpcClient solanaj =
        new RpcClient(
            new WeightedCluster(
                List.of(
                    new WeightedEndpoint(endpoint.url(), 1),
                    new WeightedEndpoint(other.url(), 1))));

    // all on one side once in 2^199
    for (int call = 0; call < 200; call++) {
      solanaj.getApi().getSlot();
    }

    assertThat(endpoint.requests()).isNotEmpty();
    assertThat(other.requests()).isNotEmpty();
  }

  private static boolean signs(byte[] transaction, byte[] message, int index) {
    byte[] signature = Arrays.copyOfRange(transaction, 1 + index * 64, 65 + index * 64);
    byte[] key = Arrays.copyOfRange(message, 4 + index * 32, 36 + index * 32);
    return Ed25519Verifier.verify(key, message, signature);
  }

  private static void answers(FakeEndpoint endpoint) {
    String blockhash =
        "{\"context\":{\"slot\":1},\"value\":{\"blockhash\":\""
            + BLOCKHASH
            + "\",\"lastValidBlockHeight\":9,\"feeCalculator\":{\"lamportsPerSignature\":5000}}}";
    endpoint
        .result("getLatestBlockhash", blockhash)
        .result("getRecentBlockhash", blockhash)
        .result("sendTransaction", "\"signature\"");
  }

  private Transaction transfer() {
    return new Transaction()
        .addInstruction(
            SystemProgram.transfer(
                payer.getPublicKey(), new PublicKey("11111111111111111111111111111111"), 1));
  }

  private List<JsonNode> sends() {
    return endpoint.requests().stream()
        .filter(request -> request.path("method").asText().equals("sendTransaction"))
        .toList();
  }

  private List<byte[]> sent() {
    return sends().stream()
        .map(request -> Base64.getDecoder().decode(request.at("/params/0").asText()))
        .toList();
  }
}
