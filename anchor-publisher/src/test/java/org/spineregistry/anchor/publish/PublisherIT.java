package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.event.IntentState.FAILED;
import static org.spineregistry.event.IntentState.FINALIZED;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.spineregistry.event.IntentState;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.health.Condition;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.KeyPair;

/**
 * The publisher against a real broker and the real Solana runtime. Certificates differ between
 * tests, since they share one chain.
 */
class PublisherIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final AtomicInteger CYCLES = new AtomicInteger();

  @TempDir Path folder;
  private final KeyPair key = KeyPair.random();
  private Installation installation;
  private PublisherProcess publisher;

  @BeforeEach
  void install() throws Exception {
    installation = new Installation(PublisherIT.class, folder.resolve("artifacts"), false);
    installation.createTopics();
  }

  @AfterEach
  void stop() {
    installation.solana.clear();
    if (publisher != null) {
      publisher.close();
    }
  }

  @Test
  void theSameCompletedEventThreeTimesGivesOneAnchorAlsoAfterARestart() {
    int cycle = next();
    start();
    installation.certify(cycle, cycle, cycle);
    awaitFinalized(cycle);

    publisher.close();
    start();
    int marker = next();
    installation.certify(cycle, marker);
    awaitFinalized(marker);

    assertThat(installation.anchors(cycle)).isOne();
    assertThat(finalized(cycle)).hasSize(1);
  }

  @Test
  void theTopicTellsTheWholeLifeOfAnAnchor() {
    int cycle = next();
    start();
    installation.certify(cycle);
    awaitFinalized(cycle);

    List<AnchorIntent> intents = installation.read(ANCHOR_INTENT);
    assertThat(intents)
        .extracting(AnchorIntent::getState)
        .containsExactly(IntentState.QUEUED, SIGNED, FINALIZED);
    AnchorFinalized event = finalized(cycle).get(0);
    assertThat(event.getTransaction())
        .isEqualTo(intents.get(2).getAttempts().get(0).getTransaction());
    assertThat(event.getReceipt().getPublisher()).isEqualTo(key.address().base58());
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
    start();
    warmUp();
    int cycle = next();
    installation.solana.call(fault);
    installation.certify(cycle);

    awaitFinalized(cycle);
    assertThat(installation.anchors(cycle)).isOne();
    assertThat(publisher.attempts(cycle)).isOne();
  }

  @Test
  void anExpiredTransactionIsSignedAgainAndThereIsOneAnchor() {
    start();
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
    Map<Step, Integer> cycles = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      int cycle = next();
      cycles.put(step, cycle);
      installation.certify(cycle);
      publisher = PublisherProcess.startDyingAt(installation, key, step);
      eventually().until(() -> publisher.condition() == Condition.FAILED);
      publisher.close();
    }
    start();
    cycles.forEach(
        (step, cycle) -> {
          awaitFinalized(cycle);
          assertThat(installation.anchors(cycle)).as("died %s", step).isOne();
          assertThat(finalized(cycle)).as("died %s", step).hasSize(1);
        });
  }

  @Test
  void aSecondInstanceFencesTheFirst() {
    int cycle = next();
    start();
    warmUp();
    installation.solana.call(Map.of("op", "holdNext", "count", 1, "slots", 120));
    installation.certify(cycle);
    eventually().until(() -> publisher.is(cycle, SIGNED));

    PublisherProcess second = PublisherProcess.start(installation, key);
    try {
      eventually().until(() -> second.is(cycle, FINALIZED));
      eventually().until(() -> publisher.condition() == Condition.FAILED);
    } finally {
      second.close();
    }
    assertThat(installation.anchors(cycle)).isOne();
    assertThat(finalized(cycle)).hasSize(1);
  }

  @Test
  void aTransactionThatFailsOnChainIsNeverReportedAsAnAnchor() {
    int cycle = next();
    publisher =
        PublisherProcess.start(
            installation,
            key,
            new ComputeBudget(400, 1_000), // the memo program needs more
            HopefulEndpoint::new);
    installation.certify(cycle);

    eventually().until(() -> publisher.is(cycle, FAILED));
    assertThat(installation.solana.failedMemos("spine1:d:" + Certified.digest(cycle))).isOne();
    assertThat(installation.anchors(cycle)).isZero();
    assertThat(finalized(cycle)).isEmpty();
    assertThat(installation.<AnchorIntent>read(ANCHOR_INTENT))
        .last()
        .satisfies(
            intent -> {
              assertThat(intent.getState()).isEqualTo(FAILED);
              assertThat(intent.getError()).isNotBlank();
            });
  }

  @Test
  void refusedAndFailedCyclesAreNeverAnchored() {
    int refused = next();
    int failed = next();
    int certified = next();
    installation.send(
        List.of(
            Certified.completed(
                refused, CycleVerdict.REFUSED, installation.certificate(refused), null),
            Certified.completed(
                failed, CycleVerdict.FAILED, installation.certificate(failed), null),
            Certified.completed(
                certified, CycleVerdict.CERTIFIED, installation.certificate(certified), null)));
    start();

    awaitFinalized(certified);
    assertThat(publisher.book.knows(Certified.digest(refused))).isFalse();
    assertThat(publisher.book.knows(Certified.digest(failed))).isFalse();
    assertThat(installation.<AnchorIntent>read(ANCHOR_INTENT))
        .extracting(AnchorIntent::getSubject)
        .containsOnly(Certified.digest(certified));
  }

  @Test
  void aCertifiedCycleWithoutACertificateBecomesADeadLetterAndTheNextIsAnchored() {
    int cycle = next();
    installation.send(List.of(Certified.completed(next(), CycleVerdict.CERTIFIED, null, null)));
    installation.certify(cycle);
    start();

    awaitFinalized(cycle);
    assertThat(installation.<DeadLetter>read(DEAD_LETTER))
        .extracting(DeadLetter::getReasonCode)
        .containsExactly("CERTIFICATE_ABSENT");
  }

  @Test
  void aMissingCertificateFileIsWaitedForThenTheServiceStopsAndSkipsNothing() throws Exception {
    int cycle = next();
    installation.certify(cycle);
    Path file = Path.of(URI.create(installation.certificate(cycle).getUri()));
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    start();
    eventually().until(() -> publisher.condition() == Condition.RETRYING);
    eventually().until(() -> publisher.condition() == Condition.FAILED);
    assertThat(installation.<AnchorIntent>read(ANCHOR_INTENT)).isEmpty();
    publisher.close();

    Files.write(file, bytes);
    start();
    awaitFinalized(cycle);
  }

  @Test
  void poisonOnTheInputBecomesADeadLetter() {
    int cycle = next();
    installation.sendBytes(Topics.CERTIFICATION_COMPLETED, "poison", new byte[] {0, 1, 2});
    installation.certify(cycle);
    start();

    awaitFinalized(cycle);
    assertThat(installation.<DeadLetter>read(DEAD_LETTER))
        .extracting(DeadLetter::getStage)
        .containsExactly("DESERIALIZATION");
  }

  /** Threads that die on purpose do not concern the waiting one. */
  private static ConditionFactory eventually() {
    return await().dontCatchUncaughtExceptions().atMost(LIMIT);
  }

  private void start() {
    publisher = PublisherProcess.start(installation, key);
  }

  /** A first anchor, so that the account is funded and the simulation done. */
  private void warmUp() {
    int first = next();
    installation.certify(first);
    awaitFinalized(first);
  }

  private void awaitFinalized(int cycle) {
    eventually().until(() -> publisher.is(cycle, FINALIZED));
  }

  private List<AnchorFinalized> finalized(int cycle) {
    return installation.<AnchorFinalized>read(ANCHOR_FINALIZED).stream()
        .filter(event -> event.getSubject().equals(Certified.digest(cycle)))
        .toList();
  }

  private static int next() {
    return CYCLES.incrementAndGet();
  }
}
