package org.spineregistry.synthesis.certificate;

import java.util.List;
import org.spineregistry.synthesis.certificate.Envelope.Signature;
import org.spineregistry.synthesis.signature.SigningKey;

/** Signs the registry's list of keys. The root key signs nothing else and stays offline. */
public final class KeyListEnvelope {
  /** Payload type of the envelope. */
  public static final String PAYLOAD_TYPE = "application/vnd.spine-registry.keys+json";

  private KeyListEnvelope() {}

  /**
   * @param list JSON of the list
   * @return bytes of the signed file
   */
  public static byte[] of(byte[] list, SigningKey root) {
    byte[] payload = CanonicalJson.of(list);
    byte[] signature = root.sign(Envelope.authenticated(PAYLOAD_TYPE, payload));
    return Envelope.file(
        PAYLOAD_TYPE, payload, List.of(new Signature(root.publicKey().keyId(), signature)));
  }
}
