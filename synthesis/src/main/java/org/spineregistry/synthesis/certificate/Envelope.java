package org.spineregistry.synthesis.certificate;

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

  /**
   * One signature.
   *
   * @param keyId SHA-256 of the raw public key, lower-case hexadecimal
   * @param bytes 64 bytes
   */
  public record Signature(String keyId, byte[] bytes) {}

  private Envelope() {}

  /**
   * Signs a certificate.
   *
   * @return bytes of the file {@code certificate.json}
   * @throws IllegalArgumentException when the verdict is not CERTIFIED: what was refused has no
   *     certificate
   */
  public static byte[] of(Certificate certificate, SigningKey key) {
    if (!Certificate.CERTIFIED.equals(certificate.verdict())) {
      throw new IllegalArgumentException("only a certified run has a certificate");
    }
    byte[] payload = Statement.canonical(certificate);
    byte[] signature = key.sign(authenticated(PAYLOAD_TYPE, payload));
    return file(PAYLOAD_TYPE, payload, List.of(new Signature(key.publicKey().keyId(), signature)));
  }

  /** The one form of an envelope: canonical JSON of exactly these fields, and one LF. */
  public static byte[] file(String payloadType, byte[] payload, List<Signature> signatures) {
    Base64.Encoder base64 = Base64.getEncoder();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        CanonicalJson.write(
            Map.of(
                "payloadType",
                payloadType,
                "payload",
                base64.encodeToString(payload),
                "signatures",
                signatures.stream()
                    .map(s -> Map.of("keyid", s.keyId(), "sig", base64.encodeToString(s.bytes())))
                    .toList())));
    file.write('\n');
    return file.toByteArray();
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
