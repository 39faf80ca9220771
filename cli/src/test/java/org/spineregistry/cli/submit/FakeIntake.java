package org.spineregistry.cli.submit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An intake that answers each request as the test says, and remembers what came in. */
final class FakeIntake implements AutoCloseable {
  /** Answer to a request: status and body. */
  record Answer(int status, String body) {}

  final List<List<String>> requests = new ArrayList<>();
  private final Deque<Function<List<String>, Answer>> answers = new ArrayDeque<>();
  private Function<List<String>, Answer> usual = FakeIntake::accepted;
  private volatile HttpServer server;
  private final int port;

  FakeIntake() throws IOException {
    server = started(0);
    port = server.getAddress().getPort();
  }

  private HttpServer started(int at) throws IOException {
    HttpServer fresh =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
    fresh.createContext("/v1/cases", this::handle);
    fresh.start();
    return fresh;
  }

  /** Goes away after the answer that is being given, and comes back. */
  void restartIn(Duration pause) {
    HttpServer old = server;
    CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> old.stop(1));
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              try {
                server = started(port);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** How the next request is answered; later ones as usual. */
  FakeIntake next(Function<List<String>, Answer> answer) {
    answers.add(answer);
    return this;
  }

  FakeIntake usually(Function<List<String>, Answer> answer) {
    usual = answer;
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  static Answer accepted(List<String> lines) {
    return all(lines, "accepted");
  }

  static Answer all(List<String> lines, String outcome) {
    StringBuilder body = new StringBuilder();
    for (int i = 1; i <= lines.size(); i++) {
      body.append(answer(i, outcome, "")).append('\n');
    }
    return new Answer(200, body.toString());
  }

  static String answer(int line, String outcome, String findings) {
    return "{\"line\":%d,\"outcome\":\"%s\",\"findings\":[%s]}".formatted(line, outcome, findings);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = body.lines().toList();
      requests.add(lines);
      Answer answer = (answers.isEmpty() ? usual : answers.remove()).apply(lines);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
