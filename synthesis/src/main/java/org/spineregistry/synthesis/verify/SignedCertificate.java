package org.spineregistry.synthesis.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.spineregistry.synthesis.certificate.CanonicalJson;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.certificate.Envelope.Signature;
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

  /**
   * @throws BadInputException when the bytes are no DSSE envelope around a JSON object
   */
  static SignedCertificate read(byte[] file) throws BadInputException {
    JsonNode envelope = StrictJson.object(WHAT, file);
    byte[] payload = base64(StrictJson.text(WHAT, envelope, "payload"));
    List<Signature> signatures = new ArrayList<>();
    for (JsonNode signature : StrictJson.array(WHAT, envelope, "signatures")) {
      signatures.add(
          new Signature(
              StrictJson.text(WHAT, signature, "keyid"),
              base64(StrictJson.text(WHAT, signature, "sig"))));
    }
    String payloadType = StrictJson.text(WHAT, envelope, "payloadType");
    return new SignedCertificate(
        payloadType,
        payload,
        StrictJson.object("the payload of the certificate", payload),
        signatures,
        isCanonical(file, payloadType, payload, signatures));
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

  private static boolean isCanonical(
      byte[] file, String payloadType, byte[] payload, List<Signature> signatures) {
    try {
      return Arrays.equals(file, Envelope.file(payloadType, payload, signatures))
          && Arrays.equals(payload, CanonicalJson.of(payload));
    } catch (UncheckedIOException e) {
      // JSON without a canonical form, such as a number beyond the range of a double
      return false;
    }
  }

  private static byte[] base64(String text) throws BadInputException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(WHAT + ": payload and signatures must be base64");
    }
  }
}
