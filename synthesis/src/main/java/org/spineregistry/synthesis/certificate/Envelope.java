package org.spineregistry.synthesis.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.signature.SigningKey;

/** DSSE v1: the payload, its type, and a signature over both (pre-authentication encoding). */
public final class Envelope {
  /** Payload type of in-toto statements. */
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Envelope() {}

  /** Bytes of the file {@code certificate.json}: the canonical envelope and one LF. */
  public static byte[] of(Certificate certificate, SigningKey key) {
    byte[] payload = Statement.canonical(certificate);
    byte[] signature = key.sign(authenticated(PAYLOAD_TYPE, payload));
    Map<String, Object> envelope =
        Map.of(
            "payloadType",
            PAYLOAD_TYPE,
            "payload",
            Base64.getEncoder().encodeToString(payload),
            "signatures",
            List.of(
                Map.of(
                    "keyid",
                    key.publicKey().keyId(),
                    "sig",
                    Base64.getEncoder().encodeToString(signature))));
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(CanonicalJson.of(JSON.writeValueAsBytes(envelope)));
      file.write('\n');
      return file.toByteArray();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts in maps are JSON", e);
    }
  }

  /** The bytes that are signed: {@code DSSEv1 SP len(type) SP type SP len(payload) SP payload}. */
  public static byte[] authenticated(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(type);
    bytes.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }
}
