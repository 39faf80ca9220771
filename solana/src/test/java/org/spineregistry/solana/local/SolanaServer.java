package org.spineregistry.solana.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.SolanaRpc;

/**
 * The Solana server of the local stack on a free port, with a manual clock unless told otherwise.
 */
public final class SolanaServer implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("solana-local (\\S+) slot \\d+ genesis (\\S+)");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final String url;
  private final String genesisHash;

  private SolanaServer(Process process, String url, String genesisHash) {
    this.process = process;
    this.url = url;
    this.genesisHash = genesisHash;
  }

  /**
   * @param options further command-line options; later ones win
   */
  public static SolanaServer start(String... options) {
    List<String> command =
        new ArrayList<>(
            List.of("node", "server.mjs", "--port", "0", "--slot-ms", "0", "--exit-on-eof"));
    command.addAll(List.of(options));
    try {
      Path directory = NodeProject.directory();
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      String line = output.readLine();
      Matcher ready = READY.matcher(line == null ? "" : line);
      if (!ready.matches()) {
        process.destroyForcibly();
        throw new IllegalStateException("the Solana server did not start: " + line);
      }
      return new SolanaServer(process, ready.group(1), ready.group(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String genesisHash() {
    return genesisHash;
  }

  public SolanaRpc rpc() {
    return rpc("/");
  }

  /** The node at a path. */
  public SolanaRpc rpc(String path) {
    return new SolanaRpc("local" + path, url(path), Duration.ofSeconds(10));
  }

  public String url(String path) {
    return url + path;
  }

  /** A new key pair with one SOL that is final already. */
  public KeyPair fundedWallet() {
    KeyPair wallet = KeyPair.random();
    fund(wallet.address());
    return wallet;
  }

  public void fund(Address address) {
    rpc().requestAirdrop(address, 1_000_000_000);
    advance(32);
  }

  public void advance(int slots) {
    control("advance", Map.of("slots", slots));
  }

  /** Breaks the next call of a method. */
  public void fault(String method, Map<String, ?> effect) {
    Map<String, Object> rule = new TreeMap<>(effect);
    rule.put("methods", List.of(method));
    control("fault", rule);
  }

  /**
   * @return what the operation answered
   */
  public JsonNode control(String op, Map<String, ?> arguments) {
    Map<String, Object> body = new TreeMap<>(arguments);
    body.put("op", op);
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + "/control"))
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(op + ": " + answer.body());
      }
      return JSON.readTree(answer.body()).get("ok");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills the process, as a power cut would. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** Where the server's sources are; its packages are installed when they are missing. */
  private static final class NodeProject {
    static synchronized Path directory() throws IOException {
      Path directory = Repository.root().resolve("local-stack/solana-server");
      if (!Files.isDirectory(directory.resolve("node_modules/litesvm"))) {
        Process install =
            new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                .directory(directory.toFile())
                .inheritIO()
                .start();
        if (install.onExit().join().exitValue() != 0) {
          throw new IllegalStateException("npm ci failed in " + directory);
        }
      }
      return directory;
    }
  }
}
