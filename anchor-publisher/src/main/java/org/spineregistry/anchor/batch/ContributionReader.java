package org.spineregistry.anchor.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.spineregistry.schemas.serde.WriterSchemas;

/**
 * Takes ids and a digest from an accepted case. Its header is the first field, so that no clinical
 * value becomes an object here. One instance belongs to one thread.
 */
final class ContributionReader implements Deserializer<Contribution> {
  /** Magic byte and schema id: they belong to a registry, not to the record. */
  static final int WIRE_HEADER = 5;

  private final WriterSchemas schemas;
  private final Map<Integer, GenericDatumReader<GenericRecord>> headers = new HashMap<>();
  private final MessageDigest sha256;
  private BinaryDecoder decoder;

  ContributionReader(WriterSchemas schemas) {
    this.schemas = schemas;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
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
    if (bytes.length < WIRE_HEADER || bytes[0] != 0) {
      throw new SerializationException("the record does not begin with a schema id");
    }
    GenericDatumReader<GenericRecord> reader =
        headers.computeIfAbsent(ByteBuffer.wrap(bytes).getInt(1), id -> reader(schemas.byId(id)));
    int length = bytes.length - WIRE_HEADER;
    decoder = DecoderFactory.get().binaryDecoder(bytes, WIRE_HEADER, length, decoder);
    try {
      GenericRecord header = reader.read(null, decoder);
      sha256.update(bytes, WIRE_HEADER, length);
      String record = HexFormat.of().formatHex(sha256.digest());
      return new Contribution(
          header.get("campaignId").toString(),
          header.get("caseId").toString(),
          (Integer) header.get("revision"),
          record);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new SerializationException("the record is not of its schema", e);
    }
  }

  private static GenericDatumReader<GenericRecord> reader(Schema schema) {
    Schema.Field first = schema.getType() == Schema.Type.RECORD ? schema.getFields().get(0) : null;
    if (first == null || !first.name().equals("header")) {
      throw new SerializationException("the schema is of no case");
    }
    return new GenericDatumReader<>(first.schema());
  }
}
