package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.event.IntentState.FINALIZED;
import static org.spineregistry.event.IntentState.QUEUED;
import static org.spineregistry.event.IntentState.SIGNED;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.health.Condition;

/**
 * What the publisher takes in and what it tells, against a real broker and the real Solana runtime.
 */
class PublisherIT {
  @TempDir static Path folder;
  private static PublisherStage stage;

  @BeforeAll
  static void install() throws Exception {
    stage = new PublisherStage(PublisherIT.class, folder);
  }

  @AfterEach
  void clear() {
    stage.installation.solana.clear();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void theSameCompletedEventThreeTimesGivesOneAnchorAlsoAfterARestart() {
    int cycle = stage.next();
    stage.healthy();
    stage.installation.certify(cycle, cycle, cycle);
    stage.awaitFinalized(cycle);

    stage.restart();
    stage.installation.certify(cycle);
    stage.awaitCommitted();

    assertThat(stage.installation.anchors(cycle)).isOne();
    assertThat(stage.finalized(cycle)).hasSize(1);
  }

  @Test
  void theTopicTellsTheWholeLifeOfAnAnchor() {
    int cycle = stage.next();
    stage.healthy();
    stage.installation.certify(cycle);
    stage.awaitFinalized(cycle);

    List<AnchorIntent> intents = stage.intents(cycle);
    assertThat(intents)
        .extracting(AnchorIntent::getState)
        .containsExactly(QUEUED, SIGNED, FINALIZED);
    AnchorFinalized event = stage.finalized(cycle).get(0);
    assertThat(event.getTransaction())
        .isEqualTo(intents.get(2).getAttempts().get(0).getTransaction());
    assertThat(event.getReceipt().getPublisher()).isEqualTo(stage.key.address().base58());
    assertThat(event.getCauseId()).isEqualTo(Installation.completedEvent(Certified.cycleId(cycle)));
  }

  @Test
  void refusedAndFailedCyclesAreNeverAnchored() {
    int refused = stage.next();
    int failed = stage.next();
    int certified = stage.next();
    stage.healthy();
    stage.installation.send(
        List.of(
            Certified.completed(
                refused, CycleVerdict.REFUSED, stage.installation.certificate(refused), null),
            Certified.completed(
                failed, CycleVerdict.FAILED, stage.installation.certificate(failed), null),
            Certified.completed(
                certified,
                CycleVerdict.CERTIFIED,
                stage.installation.certificate(certified),
                null)));

    stage.awaitFinalized(certified);
    stage.awaitCommitted();
    assertThat(stage.intents(refused)).isEmpty();
    assertThat(stage.intents(failed)).isEmpty();
  }

  @Test
  void whatNobodyCanProcessBecomesADeadLetterAndTheNextCertificateIsAnchored() {
    int cycle = stage.next();
    stage.healthy();
    stage.installation.send(
        List.of(Certified.completed(stage.next(), CycleVerdict.CERTIFIED, null, null)));
    stage.installation.sendBytes(Topics.CERTIFICATION_COMPLETED, "poison", new byte[] {0, 1, 2});
    stage.installation.certify(cycle);

    stage.awaitFinalized(cycle);
    PublisherStage.eventually().until(() -> stage.installation.records(DEAD_LETTER).size() == 2);
    assertThat(stage.installation.<DeadLetter>read(DEAD_LETTER))
        .extracting(DeadLetter::getReasonCode)
        .containsExactlyInAnyOrder("CERTIFICATE_ABSENT", "NOT_DECODABLE");
  }

  @Test
  void aMissingCertificateFileIsWaitedForThenTheServiceStopsAndSkipsNothing() throws Exception {
    int cycle = stage.next();
    stage.healthy();
    Path file = Path.of(URI.create(stage.installation.certificate(cycle).getUri()));
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    stage.installation.send(
        List.of(
            Certified.completed(
                cycle, CycleVerdict.CERTIFIED, Certified.certificate(cycle), null)));
    PublisherStage.eventually().until(() -> stage.publisher.condition() == Condition.RETRYING);
    PublisherStage.eventually().until(() -> stage.publisher.condition() == Condition.FAILED);
    assertThat(stage.intents(cycle)).isEmpty();

    Files.write(file, bytes);
    stage.restart();
    stage.awaitFinalized(cycle);
  }
}
