package org.spineregistry.ingestor.intake;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;

/** Bytes as text without loss, so that a marker can be searched in them. */
final class Latin1 implements Deserializer<String> {
  @Override
  public String deserialize(String topic, byte[] bytes) {
    return text(bytes);
  }

  static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
