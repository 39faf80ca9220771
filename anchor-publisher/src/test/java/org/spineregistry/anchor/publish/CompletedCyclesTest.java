package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.FakeClock;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.IntentState;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactSettings;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.failure.DeadLetters;

/** What is taken in, what is not, and what happens to the position of the input. */
class CompletedCyclesTest {
  private static final String TOPIC = "completed";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final String GENESIS = "genesis";
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final int RETRIES = 2;

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock(Certified.AT);
  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final MemoryIntentLog memory = new MemoryIntentLog();
  private final List<InputBatch> batches = new ArrayList<>();
  private final IntentBook<Tracked> book = new IntentBook<>(clock, Duration.ofMinutes(5));
  private ArtifactStore artifacts;
  private CompletedCycles input;
  private boolean moved;
  private long offset;

  @BeforeEach
  void start() {
    artifacts = new ArtifactStore(new ArtifactSettings(folder.toString()));
    DeadLetters letters = new DeadLetters("anchor-publisher", TopicNames.plain(), Certified.SERDES);
    IntentLog log = new Recording(memory.session());
    log.open();
    input =
        new CompletedCycles(
            consumer,
            List.of(TOPIC),
            new Intake(
                book,
                new CertifiedCheck(artifacts),
                letters,
                TopicNames.plain(),
                Certified.SERDES,
                clock),
            log,
            book,
            new InputRetry(RETRIES, Duration.ofSeconds(1), clock));
    consumer.rebalance(List.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
  }

  @Test
  void aCertifiedCycleIsQueuedTogetherWithItsOffset() throws IOException {
    deliver(completed(1, CycleVerdict.CERTIFIED));
    poll();

    assertThat(book.open(IntentState.QUEUED)).hasSize(1);
    InputBatch batch = batches.get(0);
    assertThat(batch.offsets().get(PARTITION).offset()).isEqualTo(1);
    Tracked tracked = batch.intents().get(0);
    assertThat(tracked.traceparent()).isEqualTo(TRACE);
    assertThat(tracked.intent().getGenesisHash()).isEqualTo(GENESIS);
    assertThat(tracked.intent().getCauseId()).isEqualTo(eventId(0));
  }

  @Test
  void onlyCertifiedCyclesAreTaken() throws IOException {
    deliver(completed(1, CycleVerdict.REFUSED));
    deliver(completed(2, CycleVerdict.FAILED));
    deliver(completed(3, CycleVerdict.UNKNOWN));
    poll();

    assertThat(batches.get(0).intents()).isEmpty();
    assertThat(batches.get(0).letters()).isEmpty();
    assertThat(batches.get(0).offsets().get(PARTITION).offset()).isEqualTo(3);
  }

  @Test
  void aKnownSubjectIsNothingNewInOneBatchAndInTheNext() throws IOException {
    deliver(completed(1, CycleVerdict.CERTIFIED));
    deliver(completed(1, CycleVerdict.CERTIFIED));
    poll();
    deliver(completed(1, CycleVerdict.CERTIFIED));
    poll();

    assertThat(memory.records).hasSize(1);
    assertThat(batches.get(1).offsets().get(PARTITION).offset()).isEqualTo(3);
  }

  @Test
  void whatNobodyCanProcessBecomesADeadLetterAndTheRestGoesOn() throws IOException {
    deliver(Certified.completed(1, CycleVerdict.CERTIFIED, null, null));
    deliver(
        Certified.completed(2, CycleVerdict.CERTIFIED, reference("certificate.json", "AB"), null));
    deliver(
        Certified.completed(
            3, CycleVerdict.CERTIFIED, reference("../secret", Certified.digest(3)), null));
    deliver(new byte[] {0, 0, 0, 0, 99, 1});
    deliver(new byte[] {7});
    deliver(completed(4, CycleVerdict.CERTIFIED));
    poll();

    assertThat(batches.get(0).letters()).hasSize(5);
    assertThat(book.open(IntentState.QUEUED))
        .extracting(Tracked::subject)
        .containsExactly(Certified.digest(4));
  }

  @Test
  void contributionsThatCanNeverBeReadAreRefusedBeforeTheAnchor() throws IOException {
    ArtifactReference certificate =
        artifacts.put("certificate.json", Certified.certificateBytes(1), null);
    for (ArtifactReference bad :
        List.of(reference("contributions.ndjson", "AB"), reference("../x", Certified.digest(1)))) {
      deliver(Certified.completed(1, CycleVerdict.CERTIFIED, certificate, bad));
    }
    deliver(completed(2, CycleVerdict.CERTIFIED));
    poll();

    assertThat(batches.get(0).letters())
        .extracting(CompletedCyclesTest::reasonCode)
        .containsExactly("CONTRIBUTIONS_REFERENCE_MALFORMED", "CONTRIBUTIONS_REFERENCE_MALFORMED");
    assertThat(book.open(IntentState.QUEUED))
        .extracting(Tracked::subject)
        .containsExactly(Certified.digest(2));
  }

  @Test
  void aFileThatIsNotThereIsTriedAgainAndThenTheServiceStops() throws IOException {
    CertificationCompleted cycle = completed(1, CycleVerdict.CERTIFIED);
    Path file = file();
    Files.delete(file);
    deliver(cycle);
    for (int i = 0; i < RETRIES; i++) {
      pollAfterPause();
      assertThat(input.failures()).isEqualTo(i + 1);
      assertThat(consumer.position(PARTITION)).as("nothing is skipped").isZero();
    }

    deliverAgain(cycle);
    clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(this::poll).isInstanceOf(IOException.class);
    assertThat(batches).isEmpty();
  }

  @Test
  void aDamagedFileIsNeverAnchored() throws IOException {
    CertificationCompleted cycle = completed(1, CycleVerdict.CERTIFIED);
    Files.writeString(file(), "{}");
    deliver(cycle);
    poll();

    assertThat(book.open(IntentState.QUEUED)).isEmpty();
    assertThat(input.failures()).isOne();

    Files.write(file(), Certified.certificateBytes(1));
    pollAfterPause();
    assertThat(book.open(IntentState.QUEUED)).hasSize(1);
    assertThat(input.failures()).isZero();
  }

  @Test
  void nothingIsTakenDuringAPauseOrWithoutAKnownCluster() throws IOException {
    deliver(completed(1, CycleVerdict.CERTIFIED));
    input.poll(Duration.ZERO, null);
    assertThat(consumer.paused()).containsExactly(PARTITION);
    assertThat(batches).isEmpty();

    poll();
    assertThat(consumer.paused()).isEmpty();
    assertThat(batches).hasSize(1);
  }

  @Test
  void inputThatMovedToAnotherMemberIsReadAgainByWhoeverHasIt() throws IOException {
    CertificationCompleted cycle = completed(1, CycleVerdict.CERTIFIED);
    moved = true;
    deliver(cycle);
    poll();
    assertThat(book.open(IntentState.QUEUED)).isEmpty();
    assertThat(consumer.position(PARTITION)).isZero();

    moved = false;
    deliverAgain(cycle);
    poll();
    assertThat(book.open(IntentState.QUEUED)).hasSize(1);
  }

  private void poll() throws IOException {
    input.poll(Duration.ZERO, GENESIS);
  }

  private void pollAfterPause() throws IOException {
    clock.advance(Duration.ofMinutes(1));
    offset = 0;
    deliver(Certified.completed(1, CycleVerdict.CERTIFIED, Certified.certificate(1), null));
    poll();
  }

  private CertificationCompleted completed(int n, CycleVerdict verdict) throws IOException {
    ArtifactReference certificate =
        artifacts.put("certificate.json", Certified.certificateBytes(n), null);
    return Certified.completed(n, verdict, certificate, null);
  }

  private Path file() {
    String digest = Certified.digest(1);
    return folder
        .resolve("sha256")
        .resolve(digest.substring(0, 2))
        .resolve(digest)
        .resolve("certificate.json");
  }

  private static String reasonCode(ProducerRecord<byte[], byte[]> letter) {
    return Certified.SERDES
        .<DeadLetter>event()
        .deserializer()
        .deserialize(letter.topic(), letter.value())
        .getReasonCode();
  }

  private static ArtifactReference reference(String name, String digest) {
    ArtifactReference reference = Certified.certificate(1);
    reference.setName(name);
    reference.setSha256(digest);
    return reference;
  }

  private void deliverAgain(CertificationCompleted cycle) {
    offset = 0;
    deliver(cycle);
  }

  private void deliver(CertificationCompleted cycle) {
    deliver(Certified.SERDES.<CertificationCompleted>event().serializer().serialize(TOPIC, cycle));
  }

  private static String eventId(long offset) {
    return SpineIds.event("completed", offset).toString();
  }

  private void deliver(byte[] value) {
    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(TOPIC, 0, offset, "cycle", value);
    EventHeaders.put(record.headers(), EventHeaders.ID, eventId(offset));
    EventHeaders.put(record.headers(), EventHeaders.TRACE_PARENT, TRACE);
    offset++;
    consumer.addRecord(record);
  }

  /** Remembers batches; refuses them when the group has moved on. */
  private final class Recording implements IntentLog {
    private final IntentLog log;

    Recording(IntentLog log) {
      this.log = log;
    }

    @Override
    public List<Tracked> open() {
      return log.open();
    }

    @Override
    public void queue(InputBatch batch) {
      if (moved) {
        throw new CommitFailedException();
      }
      batches.add(batch);
      log.queue(batch);
    }

    @Override
    public void save(List<Tracked> changed) {
      log.save(changed);
    }

    @Override
    public void finish(List<Finished> anchors) {
      log.finish(anchors);
    }

    @Override
    public void close() {
      log.close();
    }
  }
}
