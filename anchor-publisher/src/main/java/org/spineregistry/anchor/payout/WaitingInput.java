package org.spineregistry.anchor.payout;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * An input that is kept for later, with everything that decisions take from it.
 *
 * @param value as it stands on the topic
 * @param need what it waits for
 */
record WaitingInput(
    String key,
    long timestamp,
    String topic,
    int partition,
    List<Header> headers,
    byte[] value,
    PriceNeed need) {

  /** As it stands on the topic. */
  record Header(String name, byte[] value) {}

  /** Where it stands. */
  private record At(String topic, int partition, long offset) implements RecordMetadata {}

  static WaitingInput of(Input input, PriceNeed need, Serde<SpecificRecord> events) {
    RecordMetadata at = input.at();
    return new WaitingInput(
        input.record().key(),
        input.record().timestamp(),
        at.topic(),
        at.partition(),
        Arrays.stream(input.record().headers().toArray())
            .map(header -> new Header(header.key(), header.value()))
            .toList(),
        events.serializer().serialize(at.topic(), input.event()),
        need);
  }

  /**
   * @param offset where it stands
   */
  Input input(long offset, Serde<SpecificRecord> events) {
    Headers all = new RecordHeaders();
    headers.forEach(header -> all.add(header.name(), header.value()));
    return new Input(
        new Record<>(key, events.deserializer().deserialize(topic, value), timestamp, all),
        new At(topic, partition, offset));
  }
}
