package org.spineregistry.anchor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.ProofReader;
import org.spineregistry.solana.proof.PublisherKeys;

/** The service against a real broker, registry and Solana runtime, as its users see it. */
final class RunningPublisher implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final EmbeddedServer server;

  private RunningPublisher(EmbeddedServer server) {
    this.server = server;
  }

  /**
   * @param dir its folder, with {@code publisher.json}
   */
  static RunningPublisher start(
      Path dir, Installation installation, String solana, String marker, Path policy) {
    return start(dir, installation, solana, marker, policy, Map.of());
  }

  /**
   * @param more settings
   */
  static RunningPublisher start(
      Path dir,
      Installation installation,
      String solana,
      String marker,
      Path policy,
      Map<String, Object> more) {
    TestCluster cluster = TestCluster.shared();
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("spine.kafka.bootstrap-servers", cluster.bootstrapServers());
    settings.put("spine.registry.url", cluster.registryUrl());
    settings.put("spine.topics.prefix", installation.prefix);
    settings.put("spine.streams.state-dir", dir.resolve("state").toString());
    settings.put("spine.artifacts.dir", dir.resolve("artifacts").toString());
    settings.put("spine.solana.endpoints", solana);
    settings.put("spine.solana.publisher-key-file", dir.resolve("publisher.json").toString());
    settings.put("spine.solana.airdrop-lamports", 1_000_000_000);
    settings.put("spine.anchor.poll-interval", "50ms");
    settings.put("spine.anchor.marker", marker);
    settings.put("spine.batches.interval", "2s");
    settings.put("spine.rewards.policy-files", policy.toString());
    settings.putAll(more);
    return new RunningPublisher(ApplicationContext.run(EmbeddedServer.class, settings));
  }

  OperatorCalls operator() {
    return new OperatorCalls(server.getURI());
  }

  ProofBundle bundle(String path) throws Exception {
    return ProofReader.read(text(path).getBytes(StandardCharsets.UTF_8));
  }

  static PublisherKeys trusted(AnchorFinalized anchor) {
    return new PublisherKeys(
        List.of(
            new PublisherKeys.Term(
                new Address(anchor.getReceipt().getPublisher()),
                anchor.getReceipt().getGenesisHash(),
                0,
                null)));
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(text(path));
  }

  String text(String path) throws IOException, InterruptedException {
    return answer(path).body();
  }

  int status(String path) throws IOException, InterruptedException {
    return answer(path).statusCode();
  }

  private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.getURL() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
