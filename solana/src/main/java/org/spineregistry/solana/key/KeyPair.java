package org.spineregistry.solana.key;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 key pair in memory. */
public final class KeyPair implements Signer {
  static final int LENGTH = 64;

  private final Ed25519PrivateKeyParameters seed;
  private final Address address;

  private KeyPair(Ed25519PrivateKeyParameters seed) {
    this.seed = seed;
    this.address = Address.of(seed.generatePublicKey().getEncoded());
  }

  public static KeyPair random() {
    return new KeyPair(new Ed25519PrivateKeyParameters(new SecureRandom()));
  }

  /**
   * @param bytes 64 bytes: seed, then public key, as the Solana command line stores them
   * @throws IllegalArgumentException for another length, or if the public half does not belong to
   *     the seed (solanaj does not look, and would sign for one address while naming another)
   */
  public static KeyPair of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("must hold 64 numbers, not " + bytes.length);
    }
    KeyPair pair = new KeyPair(new Ed25519PrivateKeyParameters(bytes, 0));
    if (!Arrays.equals(pair.address.bytes(), 0, 32, bytes, 32, LENGTH)) {
      throw new IllegalArgumentException("the public half does not belong to the seed");
    }
    return pair;
  }

  @Override
  public Address address() {
    return address;
  }

  @Override
  public byte[] sign(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, seed);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  /** Seed, then public key: secret. */
  byte[] bytes() {
    byte[] bytes = Arrays.copyOf(seed.getEncoded(), LENGTH);
    System.arraycopy(address.bytes(), 0, bytes, 32, 32);
    return bytes;
  }

  @Override
  public String toString() {
    return "key pair of " + address;
  }
}
