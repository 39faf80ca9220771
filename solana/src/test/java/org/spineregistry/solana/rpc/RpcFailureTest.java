package org.spineregistry.solana.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.solana.local.FakeEndpoint;

class RpcFailureTest {
  private static final String METHOD = "getGenesisHash";

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final SolanaRpc rpc = endpoint.rpc();

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private static RpcFailure failure(ThrowingCallable call) {
    RpcFailure failure = catchThrowableOfType(RpcFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  private RpcFailure answer(int status, String body, String... headers) {
    endpoint.raw(METHOD, status, body, headers);
    return failure(rpc::genesisHash);
  }

  @Test
  void aRateLimitKeepsStatusAndPause() {
    RpcFailure failure = answer(429, "slow down", "Retry-After", "7", "Content-Type", "text/plain");

    assertThat(failure.httpStatus()).isEqualTo(429);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(failure.code()).isEmpty();
    assertThat(failure.retriable()).isTrue();
  }

  @Test
  void aRateLimitMayBeJsonAndTellATime() {
    String body =
        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":429,\"message\":\"Too many requests\"},\"id\":1}";
    RpcFailure failure = answer(429, body, "Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT");

    assertThat(failure.code()).contains(429);
    assertThat(failure.retryAfter())
        .hasValueSatisfying(pause -> assertThat(pause).isGreaterThan(Duration.ofDays(1000)));
    assertThat(failure.retriable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "503, <html>",
    "500, ''",
    "504, timeout",
    "200, null",
    "200, Too many",
    "200, ''",
    "200, []",
    "200, '{}'",
    "408, ''"
  })
  void anAnswerThatIsNoJsonRpcIsWorthAskingAgain(int status, String body) {
    RpcFailure failure = answer(status, body);

    assertThat(failure.httpStatus()).isEqualTo(status);
    assertThat(failure.code()).isEmpty();
    assertThat(failure.retriable()).isTrue();
    assertThat(failure).hasMessage("HTTP " + status + " without a JSON-RPC answer");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 400, 401, 403, 404, 413})
  void aWrongAddressOrKeyIsNot(int status) {
    assertThat(answer(status, "no", "Location", endpoint.url()).retriable()).isFalse();
    assertThat(endpoint.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "-32004, true",
    "-32005, true",
    "-32014, true",
    "-32016, true",
    "-32603, true",
    "-32429, true",
    "-32602, false",
    "-32601, false",
    "-32002, false",
    "-32003, false",
    "-32015, false"
  })
  void aJsonRpcErrorDependsOnItsCode(int code, boolean retriable) {
    RpcFailure failure =
        answer(
            200,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":"
                + code
                + ",\"message\":\"why\",\"data\":{\"numSlotsBehind\":42}}}");

    assertThat(failure).hasMessage("why");
    assertThat(failure.code()).contains(code);
    assertThat(failure.data())
        .hasValueSatisfying(data -> assertThat(data.get("numSlotsBehind").asInt()).isEqualTo(42));
    assertThat(failure.retriable()).isEqualTo(retriable);
    assertThat(failure.blockhashNotFound()).isFalse();
  }

  @Test
  void aRefusedPreflightTellsWhetherTheBlockhashIsTheReason() {
    String error =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32002,\"message\":\"Transaction simulation failed\",\"data\":{\"err\":%s}}}";

    assertThat(answer(200, error.formatted("\"BlockhashNotFound\"")).blockhashNotFound()).isTrue();
    assertThat(
            answer(200, error.formatted("{\"InstructionError\":[0,\"InvalidArgument\"]}"))
                .blockhashNotFound())
        .isFalse();
  }

  @Test
  void aLongMessageIsCut() {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":1,\"message\":\""
            + "x".repeat(5000)
            + "\"}}";

    assertThat(answer(200, body).getMessage()).hasSize(300);
  }

  @Test
  void anEndlessAnswerIsCutOff() {
    endpoint.result(METHOD, "\"" + "x".repeat(9 << 20) + "\"");

    assertThat(failure(rpc::genesisHash)).hasMessage("no answer: IOException");
  }

  @Test
  void noAnswerAtAllKeepsItsCauseAndNeverShowsTheUrl() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    SolanaRpc gone =
        new SolanaRpc(
            "gone", "http://127.0.0.1:" + port + "/?api-key=secret", Duration.ofSeconds(2));

    RpcFailure failure = failure(gone::genesisHash);

    assertThat(failure.httpStatus()).isZero();
    assertThat(failure.retriable()).isTrue();
    assertThat(failure)
        .hasMessage("no answer: ConnectException")
        .hasCauseInstanceOf(IOException.class);
    assertThat(failure.getCause().toString()).doesNotContain("secret");
    assertThat(gone).hasToString("Solana endpoint gone");
  }

  /** solanaj would put a default client in place of ours after the first refused handshake. */
  @Test
  void aRefusedHandshakeIsAFailureEveryTime() throws IOException {
    try (HandshakeRefuser server = new HandshakeRefuser()) {
      SolanaRpc tls = new SolanaRpc("tls", server.url(), Duration.ofSeconds(5));

      for (int call = 0; call < 3; call++) {
        assertThat(failure(tls::genesisHash))
            .hasCauseInstanceOf(SSLHandshakeException.class)
            .hasMessage("no answer: SSLHandshakeException");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "127.0.0.1:8899", "ftp://host/?api-key=secret", "http://", "http://[/secret"})
  void refusesAUrlWithoutShowingIt(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SolanaRpc("main", url, Duration.ofSeconds(1)))
        .withMessageContaining("endpoint main must start with http:// or https://")
        .withMessageNotContaining("secret");
  }
}
