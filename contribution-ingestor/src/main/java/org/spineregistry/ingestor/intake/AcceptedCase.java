package org.spineregistry.ingestor.intake;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What goes to the topic of accepted cases, which is partitioned by campaign even where the record
 * itself is a tombstone.
 *
 * @param record the case; null when it is withdrawn
 */
record AcceptedCase(String campaignId, GenericRecord record) {

  /** Writes the record only. */
  static Serde<Object> serde(Serde<GenericRecord> cases) {
    Serializer<Object> serializer =
        new Serializer<>() {
          @Override
          public byte[] serialize(String topic, Object value) {
            return cases.serializer().serialize(topic, ((AcceptedCase) value).record());
          }

          @Override
          public byte[] serialize(String topic, Headers headers, Object value) {
            return cases.serializer().serialize(topic, headers, ((AcceptedCase) value).record());
          }
        };
    return Serdes.serdeFrom(
        serializer,
        (topic, bytes) -> {
          throw new UnsupportedOperationException("accepted cases are written here, not read");
        });
  }

  /** The record holds health data. */
  @Override
  public String toString() {
    return "AcceptedCase[" + campaignId + "]";
  }
}
