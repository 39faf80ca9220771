package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.event.IntentState.FAILED;
import static org.spineregistry.event.IntentState.SIGNED;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.Step;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.service.health.Condition;
import org.spineregistry.solana.anchor.ComputeBudget;

/**
 * Whatever goes wrong with a cluster or a process: one anchor for each certificate, and none that
 * failed.
 */
class PublisherFaultsIT {
  @TempDir static Path folder;
  private static PublisherStage stage;

  @BeforeAll
  static void install() throws Exception {
    stage = new PublisherStage(PublisherFaultsIT.class, folder);
  }

  @AfterEach
  void clear() {
    stage.installation.solana.clear();
  }

  @AfterAll
  static void stop() {
    stage.close();
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
    stage.healthy();
    int cycle = stage.next();
    stage.installation.solana.call(fault);
    stage.installation.certify(cycle);

    stage.awaitFinalized(cycle);
    assertThat(stage.installation.anchors(cycle)).isOne();
    assertThat(stage.publisher.attempts(cycle)).isOne();
  }

  @Test
  void anExpiredTransactionIsSignedAgainAndThereIsOneAnchor() {
    stage.healthy();
    int cycle = stage.next();
    stage.installation.solana.call(Map.of("op", "dropNext", "count", 1, "slots", 190));
    stage.installation.certify(cycle);

    stage.awaitFinalized(cycle);
    assertThat(stage.publisher.attempts(cycle)).isEqualTo(2);
    assertThat(stage.installation.anchors(cycle)).isOne();
  }

  /**
   * One process after the other, each with a certificate of its own, and each dies the first time
   * that it comes to its step. The next one takes over what is open.
   */
  @Test
  void processesThatDieAtEveryStepCostNoAnchorAndAddNone() {
    stage.healthy();
    Map<Step, Integer> cycles = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      int cycle = stage.next();
      cycles.put(step, cycle);
      stage.publisher.close();
      stage.installation.certify(cycle);
      stage.publisher = PublisherProcess.startDyingAt(stage.installation, stage.key, step);
      PublisherStage.eventually().until(() -> stage.publisher.condition() == Condition.FAILED);
    }
    stage.restart();
    cycles.forEach(
        (step, cycle) -> {
          stage.awaitFinalized(cycle);
          assertThat(stage.installation.anchors(cycle)).as("died %s", step).isOne();
          assertThat(stage.finalized(cycle)).as("died %s", step).hasSize(1);
        });
  }

  @Test
  void aSecondInstanceFencesTheFirst() {
    stage.healthy();
    int cycle = stage.next();
    stage.installation.solana.call(Map.of("op", "holdNext", "count", 1, "slots", 120));
    stage.installation.certify(cycle);
    PublisherStage.eventually().until(() -> stage.publisher.is(cycle, SIGNED));

    PublisherProcess first = stage.publisher;
    stage.publisher = PublisherProcess.start(stage.installation, stage.key);
    stage.awaitFinalized(cycle);
    PublisherStage.eventually().until(() -> first.condition() == Condition.FAILED);
    first.close();

    assertThat(stage.installation.anchors(cycle)).isOne();
    assertThat(stage.finalized(cycle)).hasSize(1);
  }

  @Test
  void aTransactionThatFailsOnChainIsNeverReportedAsAnAnchor() {
    stage.healthy();
    stage.publisher.close();
    stage.publisher =
        PublisherProcess.start(
            stage.installation,
            stage.key,
            new ComputeBudget(400, 1_000), // the memo program needs more
            HopefulEndpoint::new);
    int cycle = stage.next();
    stage.installation.certify(cycle);

    PublisherStage.eventually().until(() -> stage.publisher.is(cycle, FAILED));
    stage.restart();
    stage.installation.certify(cycle); // a failed subject is known, an operator has to look at it
    stage.awaitCommitted();

    assertThat(stage.installation.solana.failedMemos("spine1:d:" + Certified.digest(cycle)))
        .isOne();
    assertThat(stage.installation.anchors(cycle)).isZero();
    assertThat(stage.finalized(cycle)).isEmpty();
    assertThat(stage.intents(cycle)).extracting(AnchorIntent::getState).endsWith(FAILED);
    assertThat(stage.intents(cycle))
        .last()
        .extracting(AnchorIntent::getError)
        .asString()
        .isNotBlank();
  }
}
