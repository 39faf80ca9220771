package org.spineregistry.synthesis.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 public key (RFC 8032) that verifies strictly: no two correct verifiers differ on what
 * it accepts.
 */
public final class PublicKey {
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;

  private final byte[] raw;

  /**
   * @param raw 32 bytes
   * @throws IllegalArgumentException when these bytes are no point of the prime-order group
   */
  public PublicKey(byte[] raw) {
    if (raw.length != KEY_BYTES || !Ed25519.validatePublicKeyFull(raw, 0)) {
      throw new IllegalArgumentException("an Ed25519 public key is a valid point in 32 bytes");
    }
    this.raw = raw.clone();
  }

  /** The 32 bytes of the key. */
  public byte[] raw() {
    return raw.clone();
  }

  /** SHA-256 of the raw key, lower-case hexadecimal. */
  public String keyId() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Whether the signature is this key's over the message. Beside the equation, the first half of
   * the signature must be a valid point, which shuts out the forged forms on which libraries
   * disagree (ed25519-speccheck).
   */
  public boolean verifies(byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES
        || !Ed25519.validatePublicKeyFull(Arrays.copyOf(signature, KEY_BYTES), 0)) {
      return false;
    }
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(raw));
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }
}
