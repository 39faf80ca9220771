package org.spineregistry.certification.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What the registry remembers of a member: enough to tell a new revision from an old one and to let
 * the member go. The rest stands in the member topic. A form of few bytes, since one is written to
 * the changelog with every case.
 */
record MemberState(String campaignId, long ordinal, int revision) {
  private static final byte VERSION = 1;
  private static final int FIXED = Byte.BYTES + Long.BYTES + Integer.BYTES;

  /** Version byte, ordinal, revision, campaign in UTF-8. */
  static Serde<MemberState> serde() {
    Serializer<MemberState> serializer = (topic, state) -> state == null ? null : state.bytes();
    Deserializer<MemberState> deserializer = (topic, bytes) -> bytes == null ? null : of(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private byte[] bytes() {
    byte[] campaign = campaignId.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(FIXED + campaign.length)
        .put(VERSION)
        .putLong(ordinal)
        .putInt(revision)
        .put(campaign)
        .array();
  }

  private static MemberState of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte version = buffer.get();
    if (version != VERSION) {
      throw new IllegalStateException("member state of version " + version);
    }
    long ordinal = buffer.getLong();
    int revision = buffer.getInt();
    return new MemberState(
        new String(bytes, FIXED, bytes.length - FIXED, StandardCharsets.UTF_8), ordinal, revision);
  }
}
