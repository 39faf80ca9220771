package org.spineregistry.anchor.settlement;

import static org.spineregistry.schemas.topic.Topics.REWARD_SETTLED;
import static org.spineregistry.schemas.topic.Topics.SETTLEMENT_INTENT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementIntent;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.snapshot.TopicSnapshot;

/** The log on its compacted topic, written by one transactional producer with a fixed id. */
final class KafkaSettlementLog implements SettlementLog {
  /** One active writer in an installation. */
  static final String TRANSACTIONAL_ID = "anchor-settlement";

  private static final String SOURCE = "anchor-publisher";

  private final Producer<byte[], byte[]> producer;
  private final KafkaClients clients;
  private final TopicNames names;
  private final Serializer<SpecificRecord> serializer;
  private final Deserializer<SettlementIntent> deserializer;

  KafkaSettlementLog(
      Producer<byte[], byte[]> producer,
      KafkaClients clients,
      TopicNames names,
      SpineSerdes serdes) {
    this.producer = producer;
    this.clients = clients;
    this.names = names;
    this.serializer = serdes.<SpecificRecord>event().serializer();
    this.deserializer = serdes.<SettlementIntent>event().deserializer();
  }

  @Override
  public List<Batch> open() {
    producer.initTransactions();
    return TopicSnapshot.read(
            clients.consumer(), names.of(SETTLEMENT_INTENT), SETTLEMENT_INTENT.partitions())
        .values()
        .stream()
        .map(this::batch)
        .toList();
  }

  private Batch batch(ConsumerRecord<String, byte[]> record) {
    return new Batch(deserializer.deserialize(record.topic(), record.headers(), record.value()));
  }

  @Override
  public void save(List<Batch> changed) {
    finish(changed, List.of());
  }

  @Override
  public void finish(List<Batch> ended, List<RewardSettled> reports) {
    producer.beginTransaction();
    ended.forEach(this::send);
    reports.forEach(this::send);
    producer.commitTransaction();
  }

  private void send(Batch batch) {
    SettlementIntent intent = batch.intent();
    String id =
        SpineIds.event(
                "SettlementIntent",
                intent.getBatchId(),
                intent.getState(),
                intent.getAttempts().size(),
                intent.getReleased())
            .toString();
    String topic = names.of(SETTLEMENT_INTENT);
    send(topic, batch.subject(), intent, id, intent.getUpdatedAt());
  }

  private void send(RewardSettled report) {
    String id =
        SpineIds.event("RewardSettled", report.getPayoutId(), report.getVersion()).toString();
    String topic = names.of(REWARD_SETTLED);
    send(topic, report.getPayoutId(), report, id, report.getSettledAt());
  }

  /** Nobody waits for a single record: if one could not be written, the commit says so. */
  private void send(String topic, String key, SpecificRecord value, String id, Instant at) {
    Headers headers = new RecordHeaders();
    EventHeaders.write(headers, id, SOURCE, value.getSchema().getName(), at, null);
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(
                topic,
                null,
                at.toEpochMilli(),
                key.getBytes(StandardCharsets.UTF_8),
                serializer.serialize(topic, headers, value),
                headers));
  }

  /** Without waiting: a transaction that is open is given up, as after a crash. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
