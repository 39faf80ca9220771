package org.spineregistry.ingestor.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.spineregistry.ingestor.revision.CaseHistory;

/**
 * Bytes of the state store: a version, then the parts of the history. No other program reads them.
 */
final class HistorySerde implements Serde<CaseHistory> {
  private static final int VERSION = 1;

  @Override
  public Serializer<CaseHistory> serializer() {
    return (topic, history) -> history == null ? null : write(history);
  }

  @Override
  public Deserializer<CaseHistory> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(bytes);
  }

  private static byte[] write(CaseHistory history) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(history.campaignId());
      out.writeInt(history.revision());
      out.writeBoolean(history.withdrawn());
      out.writeShort(history.values().size());
      for (Map.Entry<String, String> value : history.values().entrySet()) {
        out.writeUTF(value.getKey());
        out.writeUTF(value.getValue());
      }
      out.writeShort(history.digests().size());
      for (Map.Entry<Integer, String> digest : history.digests().entrySet()) {
        out.writeInt(digest.getKey());
        out.writeUTF(digest.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a history cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static CaseHistory read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException(
            "the state was written by another version of this service: " + version);
      }
      String campaignId = in.readUTF();
      int revision = in.readInt();
      boolean withdrawn = in.readBoolean();
      TreeMap<String, String> values = new TreeMap<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        values.put(in.readUTF(), in.readUTF());
      }
      TreeMap<Integer, String> digests = new TreeMap<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        digests.put(in.readInt(), in.readUTF());
      }
      return new CaseHistory(campaignId, revision, withdrawn, values, digests);
    } catch (IOException e) {
      throw new UncheckedIOException("a history cannot be read", e);
    }
  }
}
