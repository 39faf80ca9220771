package org.spineregistry.synthesis.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spineregistry.synthesis.certificate.CanonicalJson;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.certificate.Envelope.Signature;
import org.spineregistry.synthesis.signature.PublicKey;

/**
 * A DSSE envelope around a JSON object, read strictly.
 *
 * @param payload bytes of the statement
 * @param statement the statement as JSON
 * @param signatures all signatures of the envelope
 * @param canonical whether the file and its payload are in the one form that is written
 */
record SignedFile(
    String payloadType,
    byte[] payload,
    JsonNode statement,
    List<Signature> signatures,
    boolean canonical) {
  /**
   * @param what name of the file in errors
   * @throws BadInputException when the bytes are no DSSE envelope around a JSON object
   */
  static SignedFile read(String what, byte[] file) throws BadInputException {
    JsonNode envelope = StrictJson.object(what, file);
    byte[] payload = base64(what, StrictJson.text(what, envelope, "payload"));
    List<Signature> signatures = new ArrayList<>();
    for (JsonNode signature : StrictJson.array(what, envelope, "signatures")) {
      signatures.add(
          new Signature(
              StrictJson.text(what, signature, "keyid"),
              base64(what, StrictJson.text(what, signature, "sig"))));
    }
    String payloadType = StrictJson.text(what, envelope, "payloadType");
    return new SignedFile(
        payloadType,
        payload,
        StrictJson.object("the payload of the " + what, payload),
        signatures,
        isCanonical(file, payloadType, payload, signatures));
  }

  /**
   * The first of some keys whose signature holds.
   *
   * @param keys the trusted key with an id, if there is one
   */
  Optional<PublicKey> signedBy(Function<String, Optional<PublicKey>> keys) {
    byte[] message = Envelope.authenticated(payloadType, payload);
    for (Signature signature : signatures) {
      Optional<PublicKey> key = keys.apply(signature.keyId());
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

  private static byte[] base64(String what, String text) throws BadInputException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(what + ": payload and signatures must be base64");
    }
  }
}
