package org.spineregistry.certification.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationTrigger;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.config.KafkaSettings;
import org.spineregistry.service.config.TopicSettings;
import org.spineregistry.service.health.Condition;
import org.spineregistry.service.snapshot.TopicSnapshot;

/**
 * The worker's loop against a real broker: what it certifies is given by the test, how it publishes
 * is not.
 */
class WorkerIT {
  private static final String BY_THRESHOLD = SpineIds.event("asked", "threshold").toString();
  private static final String BY_OPERATOR = SpineIds.event("asked", "operator").toString();
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final CycleOutcome DONE =
      new CycleOutcome(CycleVerdict.CERTIFIED, List.of(), 3, List.of(), List.of(), null, null);

  private final TestCluster cluster = TestCluster.shared();
  private final String prefix = cluster.topicPrefix(WorkerIT.class);
  private final TopicNames names = new TopicNames(prefix);
  private final SpineSerdes serdes = SpineSerdes.registering("mock://" + prefix);
  private final KafkaClients clients =
      new KafkaClients(
          new KafkaSettings(cluster.bootstrapServers(), null), new TopicSettings(prefix));
  private final List<WorkerService> started = new ArrayList<>();

  @BeforeEach
  void createTopics() throws Exception {
    try (Admin admin = Admin.create(clients.common())) {
      new TopicPlan(admin, names, Topics.ALL).apply((short) 1);
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (WorkerService worker : started) {
      worker.close();
    }
  }

  @Test
  void publishesOneResultForEachRequest() {
    start("a", (request, progress) -> DONE);
    request("cycle-1");
    request("cycle-2");

    await().atMost(LIMIT).until(() -> completed().size() == 2);
    assertThat(completed().get("cycle-1").getVerdict()).isEqualTo(CycleVerdict.CERTIFIED);
  }

  @Test
  void aCycleThatCannotBeRunIsCompletedAsFailedAndTheNextOneRuns() {
    start(
        "a",
        (request, progress) -> {
          if (request.getCycleId().equals("cycle-1")) {
            throw new CycleProblem("EMPTY_COHORT", "no member is left");
          }
          return DONE;
        });
    request("cycle-1");
    request("cycle-2");

    await().atMost(LIMIT).until(() -> completed().size() == 2);
    assertThat(completed().get("cycle-1").getVerdict()).isEqualTo(CycleVerdict.FAILED);
    assertThat(completed().get("cycle-1").getReasons())
        .containsExactly("EMPTY_COHORT: no member is left");
  }

  @Test
  void aCycleThatFailsInAWayNobodyForesawDoesNotStopTheNextOne() {
    WorkerService worker =
        start(
            "a",
            (request, progress) -> {
              if (request.getCycleId().equals("cycle-1")) {
                throw new IllegalStateException("bmi is 87.5");
              }
              return DONE;
            });
    request("cycle-1");
    await().atMost(LIMIT).until(() -> completed().size() == 1);
    request("cycle-2");

    await().atMost(LIMIT).until(() -> completed().size() == 2);
    assertThat(completed().get("cycle-1").getVerdict()).isEqualTo(CycleVerdict.FAILED);
    assertThat(completed().get("cycle-1").getReasons())
        .containsExactly("UNEXPECTED: java.lang.IllegalStateException");
    assertThat(completed().get("cycle-2").getVerdict()).isEqualTo(CycleVerdict.CERTIFIED);
    assertThat(worker.condition()).isEqualTo(Condition.WORKING);
  }

  @Test
  void aCycleThatFailedIsRunAgainWhenAnOperatorAsksAndIsCertified() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    start(
        "a",
        (request, progress) -> {
          if (runs.incrementAndGet() == 1) {
            throw new CycleProblem("NO_FIT", "too few rows");
          }
          return DONE;
        });
    request("cycle-1", 1, BY_THRESHOLD);
    request("cycle-1", 1, BY_THRESHOLD); // a copy is no new request
    awaitHandled(2);
    assertThat(completed().get("cycle-1").getVerdict()).isEqualTo(CycleVerdict.FAILED);

    request("cycle-1", 2, BY_OPERATOR);
    request("cycle-1", 2, BY_OPERATOR); // two operators at once
    awaitHandled(4);

    CertificationCompleted result = completed().get("cycle-1");
    assertThat(result.getVerdict()).isEqualTo(CycleVerdict.CERTIFIED);
    assertThat(result.getAttempt()).isEqualTo(2);
    assertThat(result.getCauseId()).isEqualTo(BY_OPERATOR);
    assertThat(runs).hasValue(2);
    assertThat(countCompleted()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"CERTIFIED", "REFUSED"})
  void aCycleWithAVerdictOnItsDataNeverRunsTwice(CycleVerdict verdict) throws Exception {
    AtomicInteger runs = new AtomicInteger();
    start(
        "a",
        (request, progress) -> {
          runs.incrementAndGet();
          return new CycleOutcome(verdict, List.of(), 3, List.of(), List.of(), null, null);
        });
    request("cycle-1", 1, BY_THRESHOLD);
    request("cycle-1", 2, BY_OPERATOR);
    awaitHandled(2);

    assertThat(runs).hasValue(1);
    assertThat(countCompleted()).isEqualTo(1);
  }

  @Test
  void aDependencyAtFaultIsTriedAgain() {
    AtomicInteger calls = new AtomicInteger();
    start(
        "a",
        (request, progress) -> {
          if (calls.incrementAndGet() < 3) {
            throw new IOException("disk");
          }
          return DONE;
        });
    request("cycle-1");

    await().atMost(LIMIT).until(() -> completed().size() == 1);
    assertThat(calls).hasValue(3);
  }

  @Test
  void aDependencyThatStaysAwayStopsTheWorkerAndSkipsNothing() {
    WorkerService worker =
        start(
            "a",
            (request, progress) -> {
              throw new IOException("disk");
            });
    request("cycle-1");

    await().atMost(LIMIT).until(() -> worker.condition() == Condition.FAILED);
    assertThat(completed()).isEmpty();

    start("b", (request, progress) -> DONE);
    await().atMost(LIMIT).until(() -> completed().size() == 1);
  }

  @Test
  void aRunThatIsStoppedHalfwayIsRunAgainByTheNextProcess() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    WorkerService first =
        start(
            "a",
            (request, progress) -> {
              running.countDown();
              new CountDownLatch(1).await();
              return DONE;
            });
    request("cycle-1");
    running.await();
    first.close();
    assertThat(completed()).isEmpty();

    start("a", (request, progress) -> DONE);

    await().atMost(LIMIT).until(() -> completed().size() == 1);
  }

  @Test
  void aFencedProcessPublishesNothing() throws InterruptedException {
    ConcurrentLinkedQueue<String> ran = new ConcurrentLinkedQueue<>();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    WorkerService zombie =
        start(
            "same",
            (request, progress) -> {
              running.countDown();
              release.await();
              ran.add("zombie");
              return DONE;
            });
    request("cycle-1");
    running.await();
    start("same", (request, progress) -> DONE); // fences the first one's producer
    release.countDown();

    await().atMost(LIMIT).until(() -> zombie.condition() == Condition.FAILED || !ran.isEmpty());
    zombie.close();
    await().atMost(LIMIT).until(() -> completed().size() == 1);
    assertThat(countCompleted()).isEqualTo(1);
  }

  private WorkerService start(String instance, Certifier certifier) {
    WorkerSettings settings = new WorkerSettings(true, instance, 1, 3, Duration.ofMillis(20));
    WorkerService worker =
        new WorkerService(
            new WorkerClients(clients, names, serdes, settings, new SimpleMeterRegistry()),
            names,
            new EventStamp("test"),
            certifier,
            cycleId -> 0,
            settings,
            Clock.systemUTC());
    worker.start(names.of(Topics.CERTIFICATION_REQUESTED));
    started.add(worker);
    return worker;
  }

  /** Waits until that many requests are left behind, run or not. */
  private void awaitHandled(long requests) throws Exception {
    try (Admin admin = Admin.create(clients.common())) {
      String group = clients.named("certification-worker");
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  admin
                      .listConsumerGroupOffsets(group)
                      .partitionsToOffsetAndMetadata()
                      .get()
                      .values()
                      .stream()
                      .mapToLong(OffsetAndMetadata::offset)
                      .sum(),
              sum -> sum == requests);
    }
  }

  private void request(String cycleId) {
    request(cycleId, 1, "request-of-" + cycleId);
  }

  private void request(String cycleId, int attempt, String eventId) {
    CertificationRequested request =
        CertificationRequested.newBuilder()
            .setCycleId(cycleId)
            .setCampaignId("sacroiliac-fusion")
            .setPolicyVersion(1)
            .setTrigger(CertificationTrigger.THRESHOLD)
            .setThreshold(3L)
            .setCases(3)
            .setOrdinalLimit(3)
            .setProfile("published-2026")
            .setDatasetSizes(List.of(100))
            .setAuditRepeats(1)
            .setCauseId(null)
            .setRequestedAt(Instant.EPOCH)
            .setAttempt(attempt)
            .build();
    try (KafkaProducer<String, CertificationRequested> producer =
        new KafkaProducer<>(
            clients.producer(),
            new StringSerializer(),
            serdes.<CertificationRequested>event().serializer())) {
      ProducerRecord<String, CertificationRequested> event =
          new ProducerRecord<>(names.of(Topics.CERTIFICATION_REQUESTED), cycleId, request);
      EventHeaders.write(
          event.headers(), eventId, "test", "CertificationRequested", Instant.EPOCH, null);
      producer.send(event);
    }
  }

  private Map<String, CertificationCompleted> completed() {
    Map<String, CertificationCompleted> completed = new HashMap<>();
    String topic = names.of(Topics.CERTIFICATION_COMPLETED);
    TopicSnapshot.read(clients.consumer(), topic, Topics.CERTIFICATION_COMPLETED.partitions())
        .forEach(
            (key, record) ->
                completed.put(
                    key,
                    serdes
                        .<CertificationCompleted>event()
                        .deserializer()
                        .deserialize(topic, record.value())));
    return completed;
  }

  /** Committed results, so that a second one for the same cycle would be seen. */
  private long countCompleted() {
    try (var consumer =
        new KafkaConsumer<byte[], byte[]>(
            clients.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          IntStream.range(0, Topics.CERTIFICATION_COMPLETED.partitions())
              .mapToObj(p -> new TopicPartition(names.of(Topics.CERTIFICATION_COMPLETED), p))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      long count = 0;
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        count += consumer.poll(Duration.ofMillis(100)).count();
      }
      return count;
    }
  }
}
