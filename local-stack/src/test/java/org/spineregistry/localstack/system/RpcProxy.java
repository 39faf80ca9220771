package org.spineregistry.localstack.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.BinaryOperator;

/** An RPC endpoint that lies: it passes calls on and changes the answers. */
final class RpcProxy implements AutoCloseable {
  private final HttpServer server;
  private final String target;
  private final BinaryOperator<String> change;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param change request body and answer to the answer that is given instead
   */
  RpcProxy(String target, BinaryOperator<String> change) throws IOException {
    this.target = target;
    this.change = change;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      byte[] answer = change.apply(request, forward(request)).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private String forward(String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
