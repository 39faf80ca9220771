package org.spineregistry.certification.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.spineregistry.schemas.serde.WriterSchemas;

/**
 * Reads from a case record what the registry counts, and steps over the rest: no clinical value
 * becomes an object here, and a record costs a fraction of its full decoding. One instance belongs
 * to one thread.
 */
final class AcceptedCaseReader implements Deserializer<AcceptedCase> {
  private static final int WIRE_HEADER = 5;

  private final WriterSchemas schemas;
  private final Map<Integer, CaseLayout> layouts = new HashMap<>();
  private BinaryDecoder decoder;

  AcceptedCaseReader(WriterSchemas schemas) {
    this.schemas = schemas;
  }

  /**
   * @return null for a tombstone
   * @throws SerializationException when the bytes are no case record
   */
  @Override
  public AcceptedCase deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length < WIRE_HEADER || bytes[0] != 0) {
      throw new SerializationException("the record does not begin with a schema id");
    }
    CaseLayout layout =
        layouts.computeIfAbsent(
            ByteBuffer.wrap(bytes).getInt(1), id -> CaseLayout.of(schemas.byId(id)));
    decoder =
        DecoderFactory.get().binaryDecoder(bytes, WIRE_HEADER, bytes.length - WIRE_HEADER, decoder);
    try {
      return read(layout);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new SerializationException("the record is not of its schema", e);
    }
  }

  private AcceptedCase read(CaseLayout layout) throws IOException {
    Header header = new Header();
    boolean[] present = new boolean[layout.schema().getFields().size()];
    for (Schema.Field field : layout.schema().getFields()) {
      if (field.name().equals("header")) {
        header.read(field.schema(), decoder);
      } else {
        present[field.pos()] = stepOver(field.schema());
      }
    }
    return header.accepted(layout.filled(present));
  }

  /** Whether the field has a value. */
  private boolean stepOver(Schema schema) throws IOException {
    Schema chosen =
        schema.getType() == Schema.Type.UNION ? schema.getTypes().get(decoder.readIndex()) : schema;
    AvroSkip.value(chosen, decoder);
    return chosen.getType() != Schema.Type.NULL;
  }

  /** The header's fields, as they come. */
  private static final class Header {
    private String caseId;
    private String campaignId;
    private String siteId;
    private String contributorId;
    private int revision;

    void read(Schema schema, BinaryDecoder in) throws IOException {
      for (Schema.Field field : schema.getFields()) {
        switch (field.name()) {
          case "caseId" -> caseId = in.readString();
          case "campaignId" -> campaignId = in.readString();
          case "siteId" -> siteId = in.readString();
          case "contributorId" -> contributorId = in.readString();
          case "revision" -> revision = in.readInt();
          default -> AvroSkip.value(field.schema(), in);
        }
      }
    }

    AcceptedCase accepted(List<String> windowsFilled) {
      return new AcceptedCase(campaignId, caseId, siteId, contributorId, revision, windowsFilled);
    }
  }
}
