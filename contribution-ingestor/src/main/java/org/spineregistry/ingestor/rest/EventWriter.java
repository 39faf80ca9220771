package org.spineregistry.ingestor.rest;

import java.util.concurrent.CompletableFuture;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

/**
 * Writes to topics what REST brought. The default partitioner puts a case where the topology looks
 * for it.
 */
final class EventWriter implements AutoCloseable {
  private final Producer<String, byte[]> producer;
  private final TopicNames names;
  private final Serializer<GenericRecord> cases;
  private final Serializer<SpecificRecord> events;

  EventWriter(Producer<String, byte[]> producer, TopicNames names, SpineSerdes serdes) {
    this.producer = producer;
    this.names = names;
    this.cases = serdes.cases().serializer();
    this.events = serdes.<SpecificRecord>event().serializer();
  }

  /**
   * Sends a case. The future completes when all replicas have it.
   *
   * @throws RuntimeException when nothing was sent, for example because the schema registry does
   *     not answer
   */
  CompletableFuture<Void> sendCase(Topic topic, String key, GenericRecord record, Headers headers) {
    String name = names.of(topic);
    return send(
        new ProducerRecord<>(name, null, key, cases.serialize(name, headers, record), headers));
  }

  /** Sends an event; as above. */
  CompletableFuture<Void> sendEvent(
      Topic topic, String key, SpecificRecord event, Headers headers) {
    String name = names.of(topic);
    return send(
        new ProducerRecord<>(name, null, key, events.serialize(name, headers, event), headers));
  }

  private CompletableFuture<Void> send(ProducerRecord<String, byte[]> record) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    producer.send(
        record,
        (metadata, problem) -> {
          if (problem == null) {
            sent.complete(null);
          } else {
            sent.completeExceptionally(problem);
          }
        });
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }
}
