package org.spineregistry.service.failure;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
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

  /** Told the source topic and the reason code of every letter. */
  private final BiConsumer<String, String> tally;

  public DeadLetters(String service, TopicNames names, SpineSerdes serdes) {
    this(
        service,
        names.of(Topics.DEAD_LETTER),
        serdes.<DeadLetter>event().serializer(),
        (source, code) -> {});
  }

  private DeadLetters(
      String service,
      String topic,
      Serializer<DeadLetter> serializer,
      BiConsumer<String, String> tally) {
    this.service = service;
    this.topic = topic;
    this.serializer = serializer;
    this.tally = tally;
  }

  /**
   * The same, counting letters in {@code spine_dead_letters_total{topic, code}}. A letter counts
   * when it is made; one whose transaction is tried again counts again.
   */
  DeadLetters countedIn(MeterRegistry registry) {
    return new DeadLetters(
        service,
        topic,
        serializer,
        (source, code) ->
            registry.counter("spine.dead.letters", "topic", source, "code", code).increment());
  }

  /** The letter as bytes, for a handler that has no serde of its own. */
  public ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<?, ?> record, String reasonCode, String stage, Throwable cause) {
    DeadLetter letter = event(record, reasonCode, stage, cause);
    return new ProducerRecord<>(
        topic, key(letter).getBytes(StandardCharsets.UTF_8), serializer.serialize(topic, letter));
  }

  /**
   * The letter as an event, for a topology that found out by itself.
   *
   * @param record only its coordinates and trace context are taken
   * @param cause its class is kept, its message is not: messages of deserialisers quote the input;
   *     may be null
   */
  public DeadLetter event(
      ConsumerRecord<?, ?> record, String reasonCode, String stage, Throwable cause) {
    tally.accept(record.topic(), reasonCode);
    return DeadLetter.newBuilder()
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
  }

  /** Key of a letter: the coordinates of what it is about. */
  public static String key(DeadLetter letter) {
    return letter.getTopic() + "-" + letter.getPartition() + "-" + letter.getOffset();
  }

  /** A header is input like any other: only the exact form of W3C trace context passes. */
  private static boolean isTraceContext(String text) {
    return text.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  }
}
