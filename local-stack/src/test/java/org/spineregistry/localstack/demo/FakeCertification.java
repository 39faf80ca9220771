package org.spineregistry.localstack.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A certification service that shows one scene after the other, each to a number of callers. */
final class FakeCertification implements AutoCloseable {
  private final HttpServer server;
  private final ConcurrentMap<String, List<String>> scenes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  FakeCertification() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers to a path, in order; the last one stays. An empty answer is a 503. */
  FakeCertification shows(String path, String... bodies) {
    scenes.put(path, List.of(bodies));
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      List<String> bodies = scenes.get(path);
      int at = asked.computeIfAbsent(path, p -> new AtomicInteger()).getAndIncrement();
      String body = bodies.get(Math.min(at, bodies.size() - 1));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(body.isEmpty() ? 503 : 200, body.isEmpty() ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
