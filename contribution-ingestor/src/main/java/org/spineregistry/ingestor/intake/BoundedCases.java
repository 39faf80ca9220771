package org.spineregistry.ingestor.intake;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Reads submissions up to a size, whatever Avro type they are: a record is expected, and something
 * else must not break the stream.
 */
final class BoundedCases {
  private BoundedCases() {}

  static Serde<Object> reading(Serde<GenericRecord> cases, int mostBytes) {
    Deserializer<?> avro = cases.deserializer();
    Deserializer<Object> bounded =
        new Deserializer<>() {
          @Override
          public Object deserialize(String topic, byte[] bytes) {
            return deserialize(topic, null, bytes);
          }

          @Override
          public Object deserialize(String topic, Headers headers, byte[] bytes) {
            if (bytes != null && bytes.length > mostBytes) {
              throw new SerializationException("too large", new RecordTooLargeException());
            }
            return avro.deserialize(topic, headers, bytes);
          }
        };
    return Serdes.serdeFrom(
        (topic, value) -> {
          throw new UnsupportedOperationException("submissions are read here, not written");
        },
        bounded);
  }
}
