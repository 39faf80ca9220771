package org.spineregistry.synthesis.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** The JSON Canonicalization Scheme (RFC 8785): one text for one value. */
public final class CanonicalJson {
  private CanonicalJson() {}

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
