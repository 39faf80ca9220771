package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_INTENT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.topic.TopicNames;

class KafkaIntentLogTest {
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Map<TopicPartition, OffsetAndMetadata> OFFSETS =
      Map.of(new TopicPartition("completed", 2), new OffsetAndMetadata(7));

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final KafkaIntentLog log =
      new KafkaIntentLog(producer, null, TopicNames.plain(), Certified.SERDES);
  private final Tracked queued =
      new Tracked(Intents.queued(Certified.subject(1), "genesis", Certified.AT), TRACE);

  KafkaIntentLogTest() {
    producer.initTransactions();
  }

  @Test
  void newIntentsAndTheirOffsetsAreOneTransaction() {
    log.queue(batch());

    assertThat(producer.history()).hasSize(1);
    assertThat(producer.consumerGroupOffsetsHistory())
        .containsExactly(Map.of("anchor-publisher", OFFSETS));
    assertThat(producer.commitCount()).isOne();
  }

  @Test
  void anIntentIsKeyedByItsSubjectAndCarriesItsIdentityAndTrace() {
    log.save(List.of(queued));

    ProducerRecord<byte[], byte[]> record = producer.history().get(0);
    assertThat(record.topic()).isEqualTo(ANCHOR_INTENT.name());
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(Certified.digest(1));
    AnchorIntent intent =
        Certified.SERDES
            .<AnchorIntent>event()
            .deserializer()
            .deserialize(record.topic(), record.value());
    assertThat(intent).isEqualTo(queued.intent());
    assertThat(text(record, EventHeaders.SOURCE)).isEqualTo("anchor-publisher");
    assertThat(text(record, EventHeaders.CAUSE)).isEqualTo("completed-1");
    assertThat(text(record, EventHeaders.TRACE_PARENT)).isEqualTo(TRACE);
  }

  @Test
  void theFinalizedEventHasAnIdThatFollowsFromClusterAndSubject() {
    IntentLog.Finished anchor =
        new IntentLog.Finished(queued, AnchorEvents.finalized(receipted(), "AA=="));
    log.finish(List.of(anchor));
    log.finish(List.of(anchor));

    List<String> ids =
        producer.history().stream()
            .filter(record -> record.topic().equals(ANCHOR_FINALIZED.name()))
            .map(record -> text(record, EventHeaders.ID))
            .toList();
    assertThat(ids).hasSize(2);
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
    assertThat(producer.commitCount()).isEqualTo(2);
  }

  @Test
  void offsetsThatTheGroupRefusesUndoTheTransaction() {
    producer.sendOffsetsToTransactionException = new CommitFailedException();

    assertThatThrownBy(() -> log.queue(batch())).isInstanceOf(CommitFailedException.class);
    assertThat(producer.history()).isEmpty();
    assertThat(producer.transactionAborted()).isTrue();
  }

  @Test
  void aFencedProducerWritesNothingMore() {
    producer.fenceProducer();

    assertThatThrownBy(() -> log.save(List.of(queued))).isInstanceOf(ProducerFencedException.class);
    assertThat(producer.history()).isEmpty();
  }

  private InputBatch batch() {
    return new InputBatch(
        List.of(queued), List.of(), OFFSETS, new ConsumerGroupMetadata("anchor-publisher"));
  }

  private AnchorIntent receipted() {
    AnchorIntent intent = AnchorIntent.newBuilder(queued.intent()).build();
    intent.setReceipt(
        AnchorReceipt.newBuilder()
            .setGenesisHash("genesis")
            .setPublisher("publisher")
            .setSignature("signature")
            .setSlot(1)
            .setBlockTime(null)
            .setMemo(intent.getMemo())
            .build());
    return intent;
  }

  private static String text(ProducerRecord<byte[], byte[]> record, String header) {
    return EventHeaders.text(record.headers(), header).orElse(null);
  }
}
