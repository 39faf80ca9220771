package org.spineregistry.ingestor.intake;

import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.CASE_QUERY;
import static org.spineregistry.schemas.topic.Topics.CASE_RECEIPT;
import static org.spineregistry.schemas.topic.Topics.CASE_REJECTED;
import static org.spineregistry.schemas.topic.Topics.CASE_SUBMITTED;
import static org.spineregistry.schemas.topic.Topics.CASE_WITHDRAWN;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.apache.kafka.streams.test.TestRecord;
import org.spineregistry.event.CaseQuery;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.CaseRejected;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.WithdrawalReason;
import org.spineregistry.ingestor.IntakeMetrics;
import org.spineregistry.ingestor.Samples;
import org.spineregistry.ingestor.revision.CaseHistory;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.failure.UndecodableRecords;

/**
 * The intake topology in the test driver, with typed topics and, beside them, the raw bytes of all
 * that it wrote.
 */
final class IntakeDriver implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  static final int MOST_BYTES = 65_536;
  private static final SpineSerdes SERDES = SpineSerdes.registering("mock://IntakeTopologyTest");
  private static final DeadLetters LETTERS =
      new DeadLetters("contribution-ingestor", TopicNames.plain(), SERDES);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TopologyTestDriver driver;
  final TestInputTopic<String, GenericRecord> submitted;
  final TestInputTopic<String, byte[]> bytes;
  final TestInputTopic<String, CaseWithdrawn> withdrawn;
  final TestOutputTopic<String, GenericRecord> accepted;
  final TestOutputTopic<String, CaseRejected> rejected;
  final TestOutputTopic<String, CaseQuery> queries;
  final TestOutputTopic<String, CaseReceipt> receipts;
  final TestOutputTopic<String, DeadLetter> letters;

  IntakeDriver() {
    this((key, partition) -> true);
  }

  /** The driver has one partition only, so where a key belongs is told here. */
  IntakeDriver(HomePartition home) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "intake-" + UUID.randomUUID());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecords.class);
    properties.put(UndecodableRecords.DEAD_LETTERS, LETTERS);
    properties.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndFailProcessingExceptionHandler.class);
    driver = new TopologyTestDriver(topology(home, meters), properties, NOW);
    submitted =
        driver.createInputTopic(
            CASE_SUBMITTED.name(), new StringSerializer(), SERDES.cases().serializer());
    bytes =
        driver.createInputTopic(
            CASE_SUBMITTED.name(), new StringSerializer(), new ByteArraySerializer());
    withdrawn =
        driver.createInputTopic(
            CASE_WITHDRAWN.name(),
            new StringSerializer(),
            SERDES.<CaseWithdrawn>event().serializer());
    accepted =
        driver.createOutputTopic(
            CASE_ACCEPTED.name(), new StringDeserializer(), SERDES.cases().deserializer());
    rejected = output(CASE_REJECTED);
    queries = output(CASE_QUERY);
    receipts = output(CASE_RECEIPT);
    letters = output(DEAD_LETTER);
  }

  static Topology topology(HomePartition home, SimpleMeterRegistry meters) {
    StreamsBuilder builder = new StreamsBuilder();
    new IntakeTopology(
            TopicNames.plain(),
            SERDES,
            Samples.CHECKS,
            home,
            new EventStamp("contribution-ingestor"),
            LETTERS,
            new IntakeMetrics(meters),
            MOST_BYTES)
        .addTo(builder);
    return builder.build();
  }

  private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), SERDES.<T>event().deserializer());
  }

  /** Sends a case under its own key, as a registry app would. */
  void submit(GenericRecord record) {
    submit(record, new RecordHeaders());
  }

  void submit(GenericRecord record, Headers headers) {
    String key = ((GenericRecord) record.get("header")).get("caseId").toString();
    submitted.pipeInput(new TestRecord<>(key, record, headers, NOW.minusSeconds(5)));
  }

  void withdraw(String caseId, String eventId) {
    Headers headers = new RecordHeaders();
    EventHeaders.write(headers, eventId, "contribution-ingestor", "CaseWithdrawn", NOW, null);
    CaseWithdrawn event =
        CaseWithdrawn.newBuilder()
            .setCaseId(caseId)
            .setReason(WithdrawalReason.CONSENT_REVOKED)
            .setWithdrawnAt(NOW)
            .build();
    withdrawn.pipeInput(new TestRecord<>(caseId, event, headers, NOW));
  }

  byte[] encoded(Object record) {
    return ((org.apache.kafka.common.serialization.Serializer<Object>)
            (org.apache.kafka.common.serialization.Serializer<?>) SERDES.cases().serializer())
        .serialize(CASE_SUBMITTED.name(), record);
  }

  CaseHistory history(String caseId) {
    return driver.<String, CaseHistory>getKeyValueStore(IntakeStores.HISTORY).get(caseId);
  }

  /** Everything that was written and not yet read, as bytes decoded to one long text. */
  String everythingWritten() {
    StringBuilder all = new StringBuilder();
    for (Topic topic :
        List.of(CASE_ACCEPTED, CASE_REJECTED, CASE_QUERY, CASE_RECEIPT, DEAD_LETTER)) {
      driver
          .createOutputTopic(topic.name(), new Latin1(), new Latin1())
          .readRecordsToList()
          .forEach(record -> all.append(record.key()).append(record.value()).append(text(record)));
    }
    return all.toString();
  }

  private static String text(TestRecord<?, ?> record) {
    StringBuilder text = new StringBuilder();
    record.headers().forEach(h -> text.append(h.key()).append(Latin1.text(h.value())).append('\n'));
    return text.toString();
  }

  @Override
  public void close() {
    driver.close();
  }
}
