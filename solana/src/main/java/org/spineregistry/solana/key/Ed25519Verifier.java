package org.spineregistry.solana.key;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Strict verification of Ed25519 signatures (RFC 8032). Libraries disagree at the edges:
 * small-order and mixed-order points, non-canonical encodings. Both points of a signature must
 * therefore be canonical and of prime order; every honest signature is, and on what is left no two
 * correct verifiers differ.
 */
public final class Ed25519Verifier {
  public static final int SIGNATURE_LENGTH = 64;

  private Ed25519Verifier() {}

  /**
   * @param publicKey 32 bytes
   * @param signature 64 bytes: R, then S
   * @return false for anything but a valid signature, wrong lengths included; never throws for bad
   *     bytes
   */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != Address.LENGTH || signature.length != SIGNATURE_LENGTH) {
      return false;
    }
    try {
      return Ed25519.validatePublicKeyFull(publicKey, 0)
          && Ed25519.validatePublicKeyFull(signature, 0)
          && verifies(publicKey, message, signature);
    } catch (RuntimeException malformed) {
      return false;
    }
  }

  /**
   * Whether somebody could sign for it: a canonical point of prime order. Addresses that programs
   * derive are on no curve at all.
   */
  public static boolean isPublicKey(byte[] bytes) {
    return bytes.length == Address.LENGTH && Ed25519.validatePublicKeyFull(bytes, 0);
  }

  private static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(publicKey, 0));
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }
}
