package org.spineregistry.anchor.publish;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.anchor.intent.Subject;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.event.AnchorBatch;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.service.failure.DecodingFault;
import org.spineregistry.solana.anchor.Memo;

/**
 * Turns completed cycles and closed batches into queued intents. A subject that is known already is
 * nothing new, however often it comes.
 */
final class Intake {
  private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);

  private final IntentBook<Tracked> book;
  private final CertifiedCheck check;
  private final DeadLetters letters;
  private final String batches;
  private final Deserializer<SpecificRecord> deserializer;
  private final Clock clock;

  Intake(
      IntentBook<Tracked> book,
      CertifiedCheck check,
      DeadLetters letters,
      TopicNames names,
      SpineSerdes serdes,
      Clock clock) {
    this.book = book;
    this.check = check;
    this.letters = letters;
    this.batches = names.of(Topics.ANCHOR_BATCH);
    this.deserializer = serdes.<SpecificRecord>event().deserializer();
    this.clock = clock;
  }

  /**
   * @param genesisHash cluster that the anchors will be on
   * @throws IOException when a dependency is at fault: nothing is decided about any of the records
   */
  InputBatch read(
      ConsumerRecords<String, byte[]> records, String genesisHash, ConsumerGroupMetadata group)
      throws IOException {
    Map<String, Tracked> intents = new LinkedHashMap<>();
    List<ProducerRecord<byte[], byte[]>> dead = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        subject(record)
            .filter(subject -> !book.knows(subject.digest()))
            .ifPresent(
                subject ->
                    intents.putIfAbsent(subject.digest(), queued(subject, genesisHash, record)));
      } catch (Unusable e) {
        dead.add(letter(record, e));
      }
    }
    return new InputBatch(List.copyOf(intents.values()), dead, offsets(records), group);
  }

  private Optional<Subject> subject(ConsumerRecord<String, byte[]> record) throws IOException {
    SpecificRecord event = decode(record);
    String cause =
        EventStamp.causeOf(record.headers(), record.topic(), record.partition(), record.offset());
    if (event == null) {
      return Optional.empty();
    }
    return record.topic().equals(batches)
        ? Optional.of(batch(event, cause))
        : check.subject(expected(CertificationCompleted.class, event), cause);
  }

  private static Subject batch(SpecificRecord event, String cause) {
    AnchorBatch batch = expected(AnchorBatch.class, event);
    try {
      Memo.Batch memo = new Memo.Batch(batch.getRoot(), batch.getLeaves());
      return Subject.batch(memo, cause, batch.getClosedAt());
    } catch (IllegalArgumentException e) {
      throw new Unusable("PROCESSING", "BATCH_MALFORMED", null);
    }
  }

  private static <T> T expected(Class<T> type, SpecificRecord event) {
    if (!type.isInstance(event)) {
      throw new Unusable("PROCESSING", "EVENT_UNEXPECTED", null);
    }
    return type.cast(event);
  }

  /**
   * Bytes that are no event can fail in any way; when the registry is at fault instead, the record
   * is tried again.
   */
  private SpecificRecord decode(ConsumerRecord<String, byte[]> record) throws IOException {
    try {
      return deserializer.deserialize(record.topic(), record.headers(), record.value());
    } catch (RuntimeException e) {
      DecodingFault fault = DecodingFault.of(e);
      if (fault.registryAtFault()) {
        throw new IOException("the schema registry did not answer", e);
      }
      throw new Unusable("DESERIALIZATION", fault.code(), e);
    }
  }

  private Tracked queued(Subject subject, String genesisHash, ConsumerRecord<?, ?> record) {
    return new Tracked(
        Intents.queued(subject, genesisHash, clock.instant()),
        EventHeaders.text(record.headers(), EventHeaders.TRACE_PARENT).orElse(null));
  }

  private ProducerRecord<byte[], byte[]> letter(ConsumerRecord<?, ?> record, Unusable why) {
    LOGGER
        .atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("code", why.code())
        .log("record became a dead letter");
    return letters.letter(record, why.code(), why.stage(), why.getCause());
  }

  private static Map<TopicPartition, OffsetAndMetadata> offsets(ConsumerRecords<?, ?> records) {
    return new HashMap<>(records.nextOffsets());
  }
}
