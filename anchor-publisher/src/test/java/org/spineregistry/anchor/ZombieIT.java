package org.spineregistry.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_INTENT;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.IntentState;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.JavaCommand;
import org.spineregistry.nodes.process.ManagedProcess;
import org.spineregistry.nodes.process.ProcessGroup;
import org.spineregistry.nodes.process.ProcessSignal;
import org.spineregistry.nodes.process.ProcessSpec;
import org.spineregistry.nodes.process.Readiness;
import org.spineregistry.solana.key.KeyFile;

/**
 * Two publishers as real processes on the same group: the first is frozen at work, replaced, and
 * wakes up. {@code -Dspine.zombie.seconds=60} freezes it for longer than its sessions with the
 * broker last; {@code ./bench chaos} does.
 */
class ZombieIT {
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration FROZEN =
      Duration.ofSeconds(Integer.getInteger("spine.zombie.seconds", 2));
  private static final int FIRST = 700_001;
  private static final int EARLY = 150;
  private static final int MORE = 50;

  private final TestCluster cluster = TestCluster.shared();
  private final FreePort ports = new FreePort();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, URI> liveness = new HashMap<>();
  private Installation installation;
  private ProcessGroup processes;

  @TempDir Path dir;

  @BeforeEach
  void prepare() throws Exception {
    installation = new Installation(ZombieIT.class, dir.resolve("artifacts"), true);
    installation.createTopics();
    installation.registerSchemas();
    KeyFile.generate(dir.resolve("publisher.json"));
    processes = ProcessGroup.open();
  }

  @AfterEach
  void stop() {
    processes.close();
  }

  @Test
  void aPublisherThatWasReplacedWhileItSleptAnchorsNothingTwice() throws Exception {
    ManagedProcess first = start("first");
    freezeAtWork(first);
    Instant frozen = Instant.now();

    start("second");
    int all = EARLY + MORE;
    installation.certify(cycles(EARLY, all));
    Set<String> digests = digests(all);
    await().atMost(LIMIT).until(() -> new HashSet<>(anchored()).containsAll(digests));
    await().atMost(LIMIT).until(() -> Instant.now().isAfter(frozen.plus(FROZEN)));
    ProcessSignal.CONT.send(first.pid());
    installation.certify(cycles(0, all));

    await("the sleeper finds that it was replaced").atMost(LIMIT).until(() -> !isLive("first"));
    int last = FIRST + all;
    installation.certify(last);
    await().atMost(LIMIT).until(() -> anchored().contains(Certified.digest(last)));
    assertThat(isLive("second")).isTrue();
    assertThat(anchored()).doesNotHaveDuplicates().containsAll(digests);
    Map<String, Long> memos = installation.solana.succeeded();
    for (String digest : digests) {
      assertThat(memos).as("anchors of a certificate").containsEntry("spine1:d:" + digest, 1L);
    }
  }

  /**
   * Freezes a publisher when it has signed and sent, and before anything is final: the chain holds
   * what it is sent for almost as long as a blockhash lives.
   */
  private void freezeAtWork(ManagedProcess publisher) {
    installation.solana.call(Map.of("op", "holdNext", "count", EARLY, "slots", 140));
    installation.certify(cycles(0, EARLY));
    await().atMost(LIMIT).until(() -> signed() > EARLY / 2);
    ProcessSignal.STOP.send(publisher.pid());
    installation.solana.clear();
    assertThat(anchored()).as("it is frozen at work").hasSizeLessThan(EARLY);
  }

  private long signed() {
    return installation.<AnchorIntent>read(ANCHOR_INTENT).stream()
        .filter(intent -> intent.getState() == IntentState.SIGNED)
        .map(AnchorIntent::getSubject)
        .distinct()
        .count();
  }

  private ManagedProcess start(String name) {
    int port = ports.next();
    liveness.put(name, URI.create("http://127.0.0.1:" + port + "/health/liveness"));
    List<String> settings = new ArrayList<>();
    Map.of(
            "micronaut.server.port", Integer.toString(port),
            "spine.kafka.bootstrap-servers", cluster.bootstrapServers(),
            "spine.registry.url", cluster.registryUrl(),
            "spine.topics.prefix", installation.prefix,
            "spine.streams.state-dir", dir.resolve("state-" + name).toString(),
            "spine.artifacts.dir", dir.resolve("artifacts").toString(),
            "spine.solana.endpoints", cluster.solanaUrl(),
            "spine.solana.publisher-key-file", dir.resolve("publisher.json").toString(),
            "spine.solana.airdrop-lamports", "1000000000",
            "spine.rewards.policy-files", "../config/rewards/policy-v1.json")
        .forEach((key, value) -> settings.add("-D" + key + "=" + value));
    ManagedProcess process =
        processes.process(
            ProcessSpec.of(
                    name,
                    JavaCommand.of(AnchorApplication.class.getName())
                        .withHeap(512)
                        .withOptions(settings.toArray(String[]::new))
                        .toList(),
                    dir.resolve(name + ".log"))
                .readyWhen(Readiness.http(liveness.get(name)))
                .withLimits(LIMIT, Duration.ofSeconds(15)));
    process.start();
    return process;
  }

  /** A publisher that is not any more does nothing until somebody starts it again. */
  private boolean isLive(String name) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(liveness.get(name)).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  private static int[] cycles(int from, int to) {
    return IntStream.range(FIRST + from, FIRST + to).toArray();
  }

  private static Set<String> digests(int all) {
    Set<String> digests = new HashSet<>();
    IntStream.of(cycles(0, all)).forEach(cycle -> digests.add(Certified.digest(cycle)));
    return digests;
  }

  private List<String> anchored() {
    return installation.<AnchorFinalized>read(ANCHOR_FINALIZED).stream()
        .map(AnchorFinalized::getSubject)
        .toList();
  }
}
