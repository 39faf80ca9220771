package org.spineregistry.synthesis.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import org.spineregistry.synthesis.certificate.CanonicalJson;

/** Canonical JSON (RFC 8785) and one LF. */
public final class JsonFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonFile() {}

  /** The bytes of maps, lists, texts, numbers and booleans. */
  public static byte[] of(Object value) {
    try {
      byte[] canonical = CanonicalJson.of(JSON.writeValueAsBytes(value));
      byte[] file = Arrays.copyOf(canonical, canonical.length + 1);
      file[canonical.length] = '\n';
      return file;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a file is made of texts and numbers", e);
    }
  }
}
