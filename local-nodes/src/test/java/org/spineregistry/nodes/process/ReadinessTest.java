package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.port.FreePort;

class ReadinessTest {
  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void makeLog() throws IOException {
    log = Files.writeString(folder.resolve("log"), "ready in an earlier run\n");
  }

  @Test
  void tcpHoldsWhileSomebodyListens() throws IOException {
    int port = new FreePort().next();
    Readiness readiness = Readiness.tcp(port);
    assertThat(readiness.reached(output())).isFalse();

    try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(server.isBound()).isTrue();
      assertThat(readiness.reached(output())).isTrue();
    }

    assertThat(readiness.reached(output())).isFalse();
  }

  @Test
  void httpHoldsOnlyForStatus200() throws IOException {
    AtomicInteger status = new AtomicInteger(503);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    URI health = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health");
    Readiness readiness = Readiness.http(health);

    assertThat(readiness.reached(output())).isFalse();
    status.set(200);
    assertThat(readiness.reached(output())).isTrue();
    server.stop(0);
    assertThat(readiness.reached(output())).isFalse();
  }

  @Test
  void lineHoldsForAWholeLineOfThisRun() throws IOException {
    Readiness readiness = Readiness.line(Pattern.compile("ready"));
    ProcessOutput output = output();
    assertThat(readiness.reached(output)).as("earlier run").isFalse();

    Files.writeString(log, "ready at", StandardOpenOption.APPEND);
    assertThat(readiness.reached(output)).as("half a line").isFalse();

    Files.writeString(log, " 8080\n", StandardOpenOption.APPEND);
    assertThat(readiness.reached(output)).isTrue();
  }

  @Test
  void bothHoldsWhenBothHold() throws IOException {
    Readiness line = Readiness.line(Pattern.compile("up"));
    Readiness atOnce = Readiness.atOnce();
    ProcessOutput output = output();
    assertThat(atOnce.and(line).reached(output)).isFalse();
    assertThat(line.and(atOnce).reached(output)).isFalse();

    Files.writeString(log, "up\n", StandardOpenOption.APPEND);

    assertThat(atOnce.and(line).reached(output)).isTrue();
  }

  @Test
  void describesWhatItWaitsFor() {
    URI health = URI.create("http://127.0.0.1:8080/health");

    assertThat(Readiness.tcp(9092).and(Readiness.http(health)).description())
        .isEqualTo("a connection to port 9092 and 200 from http://127.0.0.1:8080/health");
  }

  private ProcessOutput output() {
    return ProcessOutput.startingNow(log);
  }
}
