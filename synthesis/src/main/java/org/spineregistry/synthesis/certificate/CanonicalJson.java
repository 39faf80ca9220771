package org.spineregistry.synthesis.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** The JSON Canonicalization Scheme (RFC 8785): one text for one value. */
public final class CanonicalJson {
  /** A number that is not finite must not slip through as a text. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build());

  private CanonicalJson() {}

  /**
   * Canonical bytes of maps, lists, records, texts, numbers and booleans.
   *
   * @throws UncheckedIOException when it holds anything else, or a number that is not finite
   */
  static byte[] write(Object value) {
    try {
      return of(JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("no canonical form", e);
    }
  }

  /**
   * @param json UTF-8
   * @throws UncheckedIOException when the bytes are no JSON object or array
   */
  public static byte[] of(byte[] json) {
    try {
      return new JsonCanonicalizer(json).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException("no canonical form", e);
    }
  }
}
