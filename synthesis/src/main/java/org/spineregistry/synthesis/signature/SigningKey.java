package org.spineregistry.synthesis.signature;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * An Ed25519 private key. Signatures are deterministic: the same message has the same signature.
 */
public final class SigningKey {
  private final Ed25519PrivateKeyParameters key;

  /**
   * @param seed 32 bytes
   */
  public SigningKey(byte[] seed) {
    if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
      throw new IllegalArgumentException("an Ed25519 private key has 32 bytes");
    }
    key = new Ed25519PrivateKeyParameters(seed, 0);
  }

  /** A new key from the platform's secure source. */
  public static SigningKey random() {
    byte[] seed = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
    new SecureRandom().nextBytes(seed);
    return new SigningKey(seed);
  }

  public PublicKey publicKey() {
    return new PublicKey(key.generatePublicKey().getEncoded());
  }

  /** 64 bytes. */
  public byte[] sign(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  byte[] seed() {
    return key.getEncoded();
  }

  /** Says nothing about the key. */
  @Override
  public String toString() {
    return "SigningKey";
  }
}
