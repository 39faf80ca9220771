package org.spineregistry.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;

/**
 * A JSON-RPC endpoint that holds the anchors that a test gives it, and says about them what the
 * test wants.
 */
final class Ledger implements AutoCloseable {
  static final String GENESIS = "4uQeVj5tqViQh7yWWGStvkEG1Zmhx6uasJtWCJziofM";
  static final String OTHER_GENESIS = "8opHzTAnfzRpPEx21XtnrVTX28YQuCpAjcn1PczScKh";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ComputeBudget BUDGET = new ComputeBudget(60_000, 1_000);

  private final HttpServer server;
  private final List<AnchorTransaction> anchors = new ArrayList<>();
  private String error = "null";
  private String owner = "MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr";
  private boolean pruned;
  private boolean silent;

  Ledger() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Lets a publisher anchor a digest; returns the signature. */
  String anchor(KeyPair publisher, String sha256) {
    return anchor(publisher, new Memo.Dataset(sha256)).signature();
  }

  AnchorTransaction anchor(KeyPair publisher, Memo memo) {
    return anchor(publisher, memo, OptionalLong.empty());
  }

  /**
   * @param rent of the marker that the transaction makes
   */
  AnchorTransaction anchor(KeyPair publisher, Memo memo, OptionalLong rent) {
    AnchorTransaction anchor =
        new AnchorTransactionBuilder(publisher).build(memo, OTHER_GENESIS, BUDGET, rent);
    anchors.add(anchor);
    return anchor;
  }

  /** History is forgotten; accounts stay. */
  void prune() {
    pruned = true;
  }

  /** Every account has another owner. */
  void disown() {
    owner = "11111111111111111111111111111111";
  }

  /** All transactions failed on chain. */
  void fail() {
    error = "{\"InstructionError\":[2,\"InvalidInstructionData\"]}";
  }

  /** Every call ends with 503. */
  void silence() {
    silent = true;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/?api-key=secret";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      String result = result(request.get("method").asText(), request.get("params"));
      byte[] body =
          ("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(silent ? 503 : 200, silent ? -1 : body.length);
      if (!silent) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private String result(String method, JsonNode params) {
    return switch (method) {
      case "getGenesisHash" -> "\"" + GENESIS + "\"";
      case "getFirstAvailableBlock" -> "0";
      case "getSignaturesForAddress" -> listed(params.get(0).asText());
      case "getTransaction" -> pruned ? "null" : transaction(params.get(0).asText());
      case "getMultipleAccounts" -> account(params.get(0).get(0).asText());
      default -> throw new IllegalArgumentException(method);
    };
  }

  private String listed(String publisher) {
    List<String> lines =
        anchors.stream()
            .filter(a -> a.publisher().base58().equals(publisher))
            .map(
                a ->
                    "{\"signature\":\"%s\",\"slot\":77,\"err\":%s,\"memo\":\"[%d] %s\",\"blockTime\":1790000000}"
                        .formatted(a.signature(), error, a.memo().text().length(), a.memo().text()))
            .toList();
    return "[" + String.join(",", lines) + "]";
  }

  private String transaction(String signature) {
    return anchors.stream()
        .filter(a -> a.signature().equals(signature))
        .map(
            a ->
                "{\"slot\":77,\"blockTime\":1790000000,\"meta\":{\"err\":%s},\"transaction\":[\"%s\",\"base64\"]}"
                    .formatted(error, a.base64()))
        .findFirst()
        .orElse("null");
  }

  /** Markers of the anchors that it holds. */
  private String account(String address) {
    boolean known =
        anchors.stream()
            .flatMap(anchor -> anchor.marker().stream())
            .anyMatch(marker -> marker.address().base58().equals(address));
    String found = "{\"owner\":\"%s\",\"data\":[\"AA==\",\"base64\"]}".formatted(owner);
    return "{\"context\":{\"slot\":77},\"value\":[" + (known ? found : "null") + "]}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
