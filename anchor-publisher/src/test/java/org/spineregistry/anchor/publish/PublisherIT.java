package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.event.IntentState.FAILED;
import static org.spineregistry.event.IntentState.FINALIZED;
import static org.spineregistry.event.IntentState.QUEUED;
import static org.spineregistry.event.IntentState.SIGNED;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_INTENT;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.health.Condition;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.KeyPair;

/**
 * The publisher against a real broker and the real Solana runtime. The tests share an installation
 * and a publisher, which a test may kill; certificates differ between tests.
 */
class PublisherIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final AtomicInteger CYCLES = new AtomicInteger();
  private static final KeyPair KEY = KeyPair.random();

  @TempDir static Path folder;
  private static Installation installation;
  private static PublisherProcess publisher;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(PublisherIT.class, folder.resolve("artifacts"), false);
    installation.createTopics();
  }

  @AfterEach
  void clear() {
    installation.solana.clear();
  }

  @AfterAll
  static void stop() {
    publisher.close();
  }

  @Test
  void theSameCompletedEventThreeTimesGivesOneAnchorAlsoAfterARestart() {
    int cycle = next();
    healthy();
    installation.certify(cycle, cycle, cycle);
    awaitFinalized(cycle);

    restart();
    int marker = next();
    installation.certify(cycle, marker);
    awaitFinalized(marker);

    assertThat(installation.anchors(cycle)).isOne();
    assertThat(finalized(cycle)).hasSize(1);
  }

  @Test
  void theTopicTellsTheWholeLifeOfAnAnchor() {
    int cycle = next();
    healthy();
    installation.certify(cycle);
    awaitFinalized(cycle);

    List<AnchorIntent> intents = intents(cycle);
    assertThat(intents)
        .extracting(AnchorIntent::getState)
        .containsExactly(QUEUED, SIGNED, FINALIZED);
    AnchorFinalized event = finalized(cycle).get(0);
    assertThat(event.getTransaction())
        .isEqualTo(intents.get(2).getAttempts().get(0).getTransaction());
    assertThat(event.getReceipt().getPublisher()).isEqualTo(KEY.address().base58());
    assertThat(event.getCauseId()).isEqualTo("completed-" + Certified.cycleId(cycle));
  }

  /** Faults of the Solana server, each in the way of one certificate. */
  static Stream<Map<String, Object>> faults() {
    return Stream.of(
        Map.of("op", "dropNext", "count", 3),
        Map.of("op", "holdNext", "count", 1, "slots", 60),
        Map.of("op", "fault", "methods", List.of("sendTransaction"), "close", true, "after", true),
        Map.of("op", "fault", "methods", List.of("sendTransaction"), "status", 503, "after", true),
        Map.of("op", "fault", "methods", List.of("getSignatureStatuses"), "truncate", true),
        Map.of(
            "op",
            "fault",
            "count",
            2,
            "status",
            429,
            "headers",
            Map.of("retry-after", "1"),
            "body",
            "slow down"),
        Map.of("op", "fault", "count", 3, "status", 503, "body", "<html>"),
        Map.of(
            "op",
            "fault",
            "methods",
            List.of("getEpochInfo"),
            "count",
            2,
            "error",
            Map.of("code", -32005, "message", "Node is behind by 42 slots")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whateverGoesWrongOnTheWayThereIsOneAnchor(Map<String, Object> fault) {
    healthy();
    int cycle = next();
    installation.solana.call(fault);
    installation.certify(cycle);

    awaitFinalized(cycle);
    assertThat(installation.anchors(cycle)).isOne();
    assertThat(publisher.attempts(cycle)).isOne();
  }

  @Test
  void anExpiredTransactionIsSignedAgainAndThereIsOneAnchor() {
    healthy();
    int cycle = next();
    installation.solana.call(Map.of("op", "dropNext", "count", 1, "slots", 190));
    installation.certify(cycle);

    awaitFinalized(cycle);
    assertThat(publisher.attempts(cycle)).isEqualTo(2);
    assertThat(installation.anchors(cycle)).isOne();
  }

  /**
   * One process after the other, each with a certificate of its own, and each dies the first time
   * that it comes to its step. The next one takes over what is open.
   */
  @Test
  void processesThatDieAtEveryStepCostNoAnchorAndAddNone() {
    healthy();
    Map<Step, Integer> cycles = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      int cycle = next();
      cycles.put(step, cycle);
      publisher.close();
      installation.certify(cycle);
      publisher = PublisherProcess.startDyingAt(installation, KEY, step);
      eventually().until(() -> publisher.condition() == Condition.FAILED);
    }
    restart();
    cycles.forEach(
        (step, cycle) -> {
          awaitFinalized(cycle);
          assertThat(installation.anchors(cycle)).as("died %s", step).isOne();
          assertThat(finalized(cycle)).as("died %s", step).hasSize(1);
        });
  }

  @Test
  void aSecondInstanceFencesTheFirst() {
    healthy();
    int cycle = next();
    installation.solana.call(Map.of("op", "holdNext", "count", 1, "slots", 120));
    installation.certify(cycle);
    eventually().until(() -> publisher.is(cycle, SIGNED));

    PublisherProcess first = publisher;
    publisher = PublisherProcess.start(installation, KEY);
    awaitFinalized(cycle);
    eventually().until(() -> first.condition() == Condition.FAILED);
    first.close();

    assertThat(installation.anchors(cycle)).isOne();
    assertThat(finalized(cycle)).hasSize(1);
  }

  @Test
  void aTransactionThatFailsOnChainIsNeverReportedAsAnAnchor() {
    healthy();
    publisher.close();
    publisher =
        PublisherProcess.start(
            installation,
            KEY,
            new ComputeBudget(400, 1_000), // the memo program needs more
            HopefulEndpoint::new);
    int cycle = next();
    installation.certify(cycle);

    eventually().until(() -> publisher.is(cycle, FAILED));
    restart();
    installation.certify(cycle); // a failed subject is known, an operator has to look at it
    int marker = next();
    installation.certify(marker);
    awaitFinalized(marker);

    assertThat(installation.solana.failedMemos("spine1:d:" + Certified.digest(cycle))).isOne();
    assertThat(installation.anchors(cycle)).isZero();
    assertThat(finalized(cycle)).isEmpty();
    assertThat(intents(cycle)).extracting(AnchorIntent::getState).endsWith(FAILED);
    assertThat(intents(cycle)).last().extracting(AnchorIntent::getError).asString().isNotBlank();
  }

  @Test
  void refusedAndFailedCyclesAreNeverAnchored() {
    int refused = next();
    int failed = next();
    int certified = next();
    healthy();
    installation.send(
        List.of(
            Certified.completed(
                refused, CycleVerdict.REFUSED, installation.certificate(refused), null),
            Certified.completed(
                failed, CycleVerdict.FAILED, installation.certificate(failed), null),
            Certified.completed(
                certified, CycleVerdict.CERTIFIED, installation.certificate(certified), null)));

    awaitFinalized(certified);
    awaitCommitted();
    assertThat(intents(refused)).isEmpty();
    assertThat(intents(failed)).isEmpty();
  }

  @Test
  void whatNobodyCanProcessBecomesADeadLetterAndTheNextCertificateIsAnchored() {
    int cycle = next();
    healthy();
    installation.send(List.of(Certified.completed(next(), CycleVerdict.CERTIFIED, null, null)));
    installation.sendBytes(Topics.CERTIFICATION_COMPLETED, "poison", new byte[] {0, 1, 2});
    installation.certify(cycle);

    awaitFinalized(cycle);
    eventually().until(() -> installation.records(DEAD_LETTER).size() == 2);
    assertThat(installation.<DeadLetter>read(DEAD_LETTER))
        .extracting(DeadLetter::getReasonCode)
        .containsExactlyInAnyOrder("CERTIFICATE_ABSENT", "NOT_DECODABLE");
  }

  @Test
  void aMissingCertificateFileIsWaitedForThenTheServiceStopsAndSkipsNothing() throws Exception {
    int cycle = next();
    healthy();
    Path file = Path.of(URI.create(installation.certificate(cycle).getUri()));
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    installation.send(
        List.of(
            Certified.completed(
                cycle, CycleVerdict.CERTIFIED, Certified.certificate(cycle), null)));
    eventually().until(() -> publisher.condition() == Condition.RETRYING);
    eventually().until(() -> publisher.condition() == Condition.FAILED);
    assertThat(intents(cycle)).isEmpty();

    Files.write(file, bytes);
    restart();
    awaitFinalized(cycle);
  }

  /** The shared publisher, with an account that is funded and a simulation that is done. */
  private static void healthy() {
    if (publisher == null || publisher.condition() == Condition.FAILED) {
      restart();
      int first = next();
      installation.certify(first);
      awaitFinalized(first);
    }
  }

  private static void restart() {
    if (publisher != null) {
      publisher.close();
    }
    publisher = PublisherProcess.start(installation, KEY);
  }

  /** Threads that die on purpose do not concern the waiting one. */
  private static ConditionFactory eventually() {
    return await().dontCatchUncaughtExceptions().atMost(LIMIT);
  }

  private static void awaitFinalized(int cycle) {
    eventually().until(() -> publisher.is(cycle, FINALIZED));
  }

  /** A later certificate in each partition went through, so all input before it was read. */
  private static void awaitCommitted() {
    int[] markers =
        Stream.generate(PublisherIT::next).limit(20).mapToInt(Integer::intValue).toArray();
    installation.certify(markers);
    for (int marker : markers) {
      awaitFinalized(marker);
    }
  }

  private static List<AnchorIntent> intents(int cycle) {
    return installation.<AnchorIntent>read(ANCHOR_INTENT).stream()
        .filter(intent -> intent.getSubject().equals(Certified.digest(cycle)))
        .toList();
  }

  private static List<AnchorFinalized> finalized(int cycle) {
    return installation.<AnchorFinalized>read(ANCHOR_FINALIZED).stream()
        .filter(event -> event.getSubject().equals(Certified.digest(cycle)))
        .toList();
  }

  private static int next() {
    return CYCLES.incrementAndGet();
  }
}
