package org.spineregistry.synthesis.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.spineregistry.synthesis.certificate.CanonicalJson;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.signature.PublicKey;

/**
 * A certificate file, read strictly.
 *
 * @param payload bytes of the statement
 * @param statement the statement as JSON
 * @param signatures all signatures of the envelope
 * @param canonical whether the file and its payload are in the one form that is written
 */
record SignedCertificate(
    String payloadType,
    byte[] payload,
    JsonNode statement,
    List<Signature> signatures,
    boolean canonical) {
  private static final String WHAT = "certificate";

  /** One signature of the envelope. */
  record Signature(String keyId, byte[] bytes) {}

  /**
   * @throws BadInputException when the bytes are no DSSE envelope around a JSON object
   */
  static SignedCertificate read(byte[] file) throws BadInputException {
    JsonNode envelope = StrictJson.object(WHAT, file);
    byte[] payload = base64(StrictJson.text(WHAT, envelope, "payload"));
    List<Signature> signatures = new ArrayList<>();
    for (JsonNode signature : envelope.path("signatures")) {
      signatures.add(
          new Signature(
              StrictJson.text(WHAT, signature, "keyid"),
              base64(StrictJson.text(WHAT, signature, "sig"))));
    }
    return new SignedCertificate(
        StrictJson.text(WHAT, envelope, "payloadType"),
        payload,
        StrictJson.object("the payload of the certificate", payload),
        signatures,
        isCanonical(file, payload));
  }

  /** The first trusted key whose signature holds. */
  Optional<PublicKey> signedBy(TrustRoot trust) {
    byte[] message = Envelope.authenticated(payloadType, payload);
    for (Signature signature : signatures) {
      Optional<PublicKey> key = trust.certificateKey(signature.keyId());
      if (key.isPresent() && key.get().verifies(message, signature.bytes())) {
        return key;
      }
    }
    return Optional.empty();
  }

  private static boolean isCanonical(byte[] file, byte[] payload) {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.writeBytes(CanonicalJson.of(file));
    expected.write('\n');
    return Arrays.equals(file, expected.toByteArray())
        && Arrays.equals(payload, CanonicalJson.of(payload));
  }

  private static byte[] base64(String text) throws BadInputException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(WHAT + ": payload and signatures must be base64");
    }
  }
}
