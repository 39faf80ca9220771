package org.spineregistry.service.failure;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;

/** Makes dead letters: where a record is and why nobody could process it, never what it holds. */
public final class DeadLetters {
  private final String service;
  private final String topic;
  private final Serializer<DeadLetter> serializer;

  public DeadLetters(String service, TopicNames names, SpineSerdes serdes) {
    this.service = service;
    this.topic = names.of(Topics.DEAD_LETTER);
    this.serializer = serdes.<DeadLetter>event().serializer();
  }

  /**
   * @param cause its class is kept, its message is not: messages of deserialisers quote the input
   */
  public ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<?, ?> record, String reasonCode, String stage, Throwable cause) {
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setService(service)
            .setVersion(ServiceVersion.of(DeadLetters.class))
            .setTopic(record.topic())
            .setPartition(record.partition())
            .setOffset(record.offset())
            .setTimestamp(record.timestamp())
            .setReasonCode(reasonCode)
            .setStage(stage)
            .setExceptionClass(cause == null ? null : cause.getClass().getName())
            .setTraceparent(
                EventHeaders.text(record.headers(), EventHeaders.TRACE_PARENT)
                    .filter(DeadLetters::isTraceContext)
                    .orElse(null))
            .build();
    String key = record.topic() + "-" + record.partition() + "-" + record.offset();
    return new ProducerRecord<>(
        topic, key.getBytes(StandardCharsets.UTF_8), serializer.serialize(topic, letter));
  }

  /** A header is input like any other: only the exact form of W3C trace context passes. */
  private static boolean isTraceContext(String text) {
    return text.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  }
}
