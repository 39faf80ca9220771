package org.spineregistry.synthesis.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.spineregistry.synthesis.certificate.KeyListEnvelope;
import org.spineregistry.synthesis.signature.PublicKey;

/**
 * A trust file that the registry signed: whoever knows one root key follows all changes of the
 * others. The root key signs nothing else and stays offline.
 *
 * @param serial rises with every list; an older list may name a key that was taken back since
 */
public record KeyList(TrustRoot trust, long serial, Instant issuedAt) {
  private static final String WHAT = "list of keys";

  /** Whether the bytes say that they are a signed list, not a plain trust file. */
  public static boolean isSigned(byte[] file) {
    try {
      return KeyListEnvelope.PAYLOAD_TYPE.equals(
          StrictJson.object(WHAT, file).path("payloadType").asText());
    } catch (BadInputException e) {
      return false;
    }
  }

  /**
   * @param root whose signature counts
   * @throws BadInputException when the bytes are no list, or the root key did not sign it
   */
  public static KeyList read(byte[] file, PublicKey root) throws BadInputException {
    SignedFile signed = SignedFile.read(WHAT, file);
    if (!KeyListEnvelope.PAYLOAD_TYPE.equals(signed.payloadType())) {
      throw new BadInputException(
          WHAT + ": field 'payloadType' must be " + KeyListEnvelope.PAYLOAD_TYPE);
    }
    if (!signed.canonical()) {
      throw new BadInputException(WHAT + ": is not in its canonical form");
    }
    if (signed.signedBy(id -> Optional.of(root).filter(key -> key.keyId().equals(id))).isEmpty()) {
      throw new BadInputException(WHAT + ": is not signed by the root key " + root.keyId());
    }
    return of(signed.statement());
  }

  /**
   * What a list says before it is signed.
   *
   * @param content a trust file with the fields {@code serial} and {@code issuedAt}
   * @throws BadInputException when it is none
   */
  public static KeyList unsigned(byte[] content) throws BadInputException {
    return of(StrictJson.object(WHAT, content));
  }

  private static KeyList of(JsonNode list) throws BadInputException {
    TrustRoot trust = TrustRoot.of(list, "serial", "issuedAt");
    Long serial = StrictJson.count(WHAT, list, "serial");
    if (serial == null) {
      throw new BadInputException(WHAT + ": field 'serial' must be a whole number");
    }
    try {
      return new KeyList(trust, serial, Instant.parse(StrictJson.text(WHAT, list, "issuedAt")));
    } catch (DateTimeParseException e) {
      throw new BadInputException(
          WHAT + ": field 'issuedAt' must be a time such as 2026-11-29T12:00:00Z");
    }
  }
}
