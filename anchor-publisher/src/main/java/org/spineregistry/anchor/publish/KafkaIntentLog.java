package org.spineregistry.anchor.publish;

import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_INTENT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.snapshot.TopicSnapshot;

/** The intent log on its compacted topic, written by one transactional producer with a fixed id. */
final class KafkaIntentLog implements IntentLog {
  /** One active writer in an installation. */
  static final String TRANSACTIONAL_ID = "anchor-publisher";

  private final Producer<byte[], byte[]> producer;
  private final KafkaClients clients;
  private final TopicNames names;
  private final Serializer<SpecificRecord> serializer;
  private final Deserializer<AnchorIntent> deserializer;

  KafkaIntentLog(
      Producer<byte[], byte[]> producer,
      KafkaClients clients,
      TopicNames names,
      SpineSerdes serdes) {
    this.producer = producer;
    this.clients = clients;
    this.names = names;
    this.serializer = serdes.<SpecificRecord>event().serializer();
    this.deserializer = serdes.<AnchorIntent>event().deserializer();
  }

  @Override
  public List<Tracked> open() {
    producer.initTransactions();
    return TopicSnapshot.read(
            clients.consumer(), names.of(ANCHOR_INTENT), ANCHOR_INTENT.partitions())
        .values()
        .stream()
        .map(this::tracked)
        .toList();
  }

  @Override
  public void queue(InputBatch batch) {
    producer.beginTransaction();
    batch.intents().forEach(intent -> send(record(intent)));
    batch.letters().forEach(this::send);
    try {
      producer.sendOffsetsToTransaction(batch.offsets(), batch.group());
    } catch (CommitFailedException e) {
      producer.abortTransaction();
      throw e;
    }
    producer.commitTransaction();
  }

  @Override
  public void save(List<Tracked> changed) {
    producer.beginTransaction();
    changed.forEach(intent -> send(record(intent)));
    producer.commitTransaction();
  }

  @Override
  public void finish(List<Finished> anchors) {
    producer.beginTransaction();
    for (Finished anchor : anchors) {
      send(record(anchor.finalized()));
      send(record(anchor.finalized(), anchor.event()));
    }
    producer.commitTransaction();
  }

  /** Nobody waits for a single record: if one could not be written, the commit says so. */
  private void send(ProducerRecord<byte[], byte[]> record) {
    Future<RecordMetadata> unused = producer.send(record);
  }

  private Tracked tracked(ConsumerRecord<String, byte[]> record) {
    return new Tracked(
        deserializer.deserialize(record.topic(), record.headers(), record.value()),
        EventHeaders.text(record.headers(), EventHeaders.TRACE_PARENT).orElse(null));
  }

  private ProducerRecord<byte[], byte[]> record(Tracked tracked) {
    AnchorIntent intent = tracked.intent();
    return record(
        names.of(ANCHOR_INTENT),
        intent.getSubject(),
        intent,
        AnchorEvents.intentHeaders(tracked),
        intent.getUpdatedAt().toEpochMilli());
  }

  private ProducerRecord<byte[], byte[]> record(Tracked tracked, AnchorFinalized event) {
    return record(
        names.of(ANCHOR_FINALIZED),
        event.getSubject(),
        event,
        AnchorEvents.finalizedHeaders(tracked),
        tracked.intent().getUpdatedAt().toEpochMilli());
  }

  private ProducerRecord<byte[], byte[]> record(
      String topic, String key, SpecificRecord value, Headers headers, long timestamp) {
    return new ProducerRecord<>(
        topic,
        null,
        timestamp,
        key.getBytes(StandardCharsets.UTF_8),
        serializer.serialize(topic, headers, value),
        headers);
  }

  /** Without waiting: a transaction that is open is given up, as after a crash. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
