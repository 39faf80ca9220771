package org.spineregistry.solana.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.spineregistry.solana.rpc.SolanaRpc;

/** An RPC endpoint that says what the test wants, for answers that no real one would give. */
public final class FakeEndpoint implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  static { // else every answer waits 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
  private final Map<String, Function<JsonNode, Answer>> answers = new ConcurrentHashMap<>();

  /**
   * @param headers name and value alternate
   */
  record Answer(int status, String body, String... headers) {}

  public FakeEndpoint() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * @param result JSON of the result, for every call of the method
   */
  public FakeEndpoint result(String method, String result) {
    return result(method, params -> result);
  }

  /**
   * @param result parameters to the JSON of the result
   */
  public FakeEndpoint result(String method, Function<JsonNode, String> result) {
    answers.put(
        method,
        params ->
            new Answer(
                200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result.apply(params) + "}"));
    return this;
  }

  /** Answers the method with these bytes, whatever they are. */
  public FakeEndpoint raw(String method, int status, String body, String... headers) {
    answers.put(method, params -> new Answer(status, body, headers));
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  public SolanaRpc rpc() {
    return new SolanaRpc("fake", url(), Duration.ofSeconds(5));
  }

  /** What has been asked, oldest first. */
  public List<JsonNode> requests() {
    return requests;
  }

  /** Number of connections that calls came over. */
  public int connections() {
    return callers.size();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      requests.add(request);
      callers.add(exchange.getRemoteAddress());
      Function<JsonNode, Answer> rule = answers.get(request.get("method").asText());
      Answer answer = rule == null ? new Answer(500, "no rule") : rule.apply(request.get("params"));
      for (int i = 0; i < answer.headers().length; i += 2) {
        exchange.getResponseHeaders().set(answer.headers()[i], answer.headers()[i + 1]);
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
