package org.spineregistry.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.synthesis.signature.KeyFile;
import org.spineregistry.synthesis.signature.SigningKey;
import org.spineregistry.synthesis.verify.Check;
import org.spineregistry.synthesis.verify.OfflineVerifier;
import org.spineregistry.synthesis.verify.TrustRoot;

/** The whole service against a real broker and registry, with real patients of a public table. */
class CertificationIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestCluster cluster = TestCluster.shared();
  private final String prefix = cluster.topicPrefix(CertificationIT.class);
  private final RegistryFeed feed =
      new RegistryFeed(
          cluster.bootstrapServers(),
          new TopicNames(prefix),
          SpineSerdes.of(cluster.registryUrl()));
  private final HttpClient http = HttpClient.newHttpClient();
  private final SigningKey key = SigningKey.random();
  private EmbeddedServer server;

  @TempDir Path dir;

  @BeforeEach
  void prepare() throws Exception {
    feed.install(cluster.registryUrl());
    KeyFile.write(dir.resolve("signing.pem"), key);
    KeyFile.write(dir.resolve("seed.hex"), new byte[32]);
    KeyFile.write(dir.resolve("cohort.hex"), new byte[32]);
    server = start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRegistryThatReachesAThresholdIsCertifiedOnceAndStaysSoAfterARestart() throws Exception {
    List<GenericRecord> cases = PeriodontalCases.first(130);
    feed.policy(policy());
    feed.accept(cases);

    JsonNode cycle = await().atMost(LIMIT).until(this::onlyCycle, c -> c.hasNonNull("verdict"));
    assertThat(cycle.get("verdict").asText()).isEqualTo("CERTIFIED");
    assertThat(cycle.get("cases").asInt()).isEqualTo(125);
    assertThat(cycle.get("gates")).isNotEmpty();
    assertThat(checks(cycle)).extracting(Check::outcome).containsOnly(Check.Outcome.PASSED);

    JsonNode campaign =
        await()
            .atMost(LIMIT)
            .until(
                () -> get("/v1/registry").get("campaigns").path(0),
                c -> c.path("cases").asInt() == 130 && c.hasNonNull("lastCertifiedSize"));
    assertThat(campaign.get("lastOrdinal").asInt()).isEqualTo(130);
    assertThat(get("/v1/cycles?state=certified").get("cycles")).hasSize(1);
    assertThat(get("/v1/cycles?state=failed").get("cycles")).isEmpty();
    assertThat(text("/v1/cycles?state=lost")).contains("state: one of [anchored, ", "STATE");
    assertThat(get("/health/readiness").get("status").asText()).isEqualTo("UP");
    assertThat(text("/prometheus")).contains("kafka_stream_");

    server.close();
    server = start();
    feed.accept(cases.subList(0, 10));
    await()
        .atMost(LIMIT)
        .until(() -> get("/v1/registry").path("campaigns").path(0).path("cases").asInt() == 130);
    assertThat(feed.requests()).isEqualTo(1);
    assertThat(onlyCycle().get("datasets")).isEqualTo(cycle.get("datasets"));
  }

  @Test
  void aRefusedCycleIsShownWithItsGatesAndLeavesItsReportOnly() throws Exception {
    CertificationPolicy tooSmall = policy();
    tooSmall.setDatasetSizes(List.of(20)); // among so many patients each row is nearest to one
    feed.policy(tooSmall);
    feed.accept(PeriodontalCases.first(125));

    JsonNode cycle = await().atMost(LIMIT).until(this::onlyCycle, c -> c.hasNonNull("verdict"));
    assertThat(cycle.get("state").asText()).isEqualTo("REFUSED");
    assertThat(cycle.at("/reasons/0").asText()).startsWith("privacy-nndr is FAIL");
    assertThat(cycle.get("gates")).isNotEmpty();
    assertThat(cycle.get("datasets")).isEmpty();
    assertThat(cycle.has("certificate")).isFalse();
    assertThat(cycle.get("documents"))
        .extracting(document -> document.get("name").asText())
        .containsExactly("report.json", "report.html");
    try (Stream<Path> files = Files.walk(dir.resolve("artifacts"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("report.json", "report.html");
    }
  }

  @Test
  void aLogOrAnAnswerHoldsNoCase() throws Exception {
    feed.policy(policy());
    feed.accept(PeriodontalCases.first(125));
    JsonNode cycle = await().atMost(LIMIT).until(this::onlyCycle, c -> c.hasNonNull("verdict"));

    String caseId = PeriodontalCases.caseId(0);
    assertThat(cycle.toString()).doesNotContain(caseId);
    assertThat(Files.readString(Path.of(URI.create(cycle.at("/certificate/uri").asText()))))
        .doesNotContain(caseId);
  }

  private List<Check> checks(JsonNode cycle) throws Exception {
    byte[] certificate = bytes(cycle.at("/certificate/uri"));
    TrustRoot trust = new TrustRoot(List.of(key.publicKey()), List.of());
    List<Check> checks = new ArrayList<>();
    for (JsonNode dataset : cycle.get("datasets")) {
      checks.addAll(new OfflineVerifier(trust).verify(bytes(dataset.get("uri")), certificate));
    }
    return checks;
  }

  private static byte[] bytes(JsonNode uri) throws IOException {
    return Files.readAllBytes(Path.of(URI.create(uri.asText())));
  }

  private JsonNode onlyCycle() throws IOException, InterruptedException {
    JsonNode cycles = get("/v1/cycles").path("cycles");
    assertThat(cycles.size()).isLessThanOrEqualTo(1);
    return cycles.path(0);
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(text(path));
  }

  private String text(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.getURL() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
  }

  private EmbeddedServer start() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("spine.kafka.bootstrap-servers", cluster.bootstrapServers());
    settings.put("spine.registry.url", cluster.registryUrl());
    settings.put("spine.topics.prefix", prefix);
    settings.put("spine.streams.state-dir", dir.resolve("state").toString());
    settings.put("spine.artifacts.dir", dir.resolve("artifacts").toString());
    settings.put("spine.certificate.signing-key-file", dir.resolve("signing.pem").toString());
    settings.put("spine.certificate.seed-file", dir.resolve("seed.hex").toString());
    settings.put("spine.certificate.cohort-key-file", dir.resolve("cohort.hex").toString());
    return ApplicationContext.run(EmbeddedServer.class, settings);
  }

  private static CertificationPolicy policy() {
    return CertificationPolicy.newBuilder()
        .setCampaignId("periodontal")
        .setVersion(1)
        .setThresholds(List.of(125L))
        .setGrowthFactor(null)
        .setProfile("published-2026")
        .setDatasetSizes(List.of(100, 500))
        .setAuditRepeats(1)
        .build();
  }
}
