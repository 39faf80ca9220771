package org.spineregistry.anchor.batch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Takes ids and a digest from an accepted case, and forgets the rest. */
final class ContributionReader implements Deserializer<Contribution> {
  /** Magic byte and schema id: they belong to a registry, not to the case. */
  private static final int WIRE_HEADER = 5;

  private final Deserializer<GenericRecord> cases;

  ContributionReader(Deserializer<GenericRecord> cases) {
    this.cases = cases;
  }

  /**
   * @return null for a tombstone
   * @throws SerializationException when the bytes are no case record
   */
  @Override
  public Contribution deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    if (!(cases.deserialize(topic, bytes).get("header") instanceof GenericRecord header)) {
      throw new SerializationException("the record is no case");
    }
    return new Contribution(
        header.get("campaignId").toString(),
        header.get("caseId").toString(),
        (Integer) header.get("revision"),
        digest(bytes));
  }

  private static String digest(byte[] bytes) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(bytes, WIRE_HEADER, bytes.length - WIRE_HEADER);
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
