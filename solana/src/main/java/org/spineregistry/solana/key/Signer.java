package org.spineregistry.solana.key;

/**
 * Signs for one address. The key may be in a file, a key service or hardware: the rest of the code
 * cannot tell.
 */
public interface Signer {
  Address address();

  /**
   * @return 64 bytes, an Ed25519 signature of the message
   * @throws SignerException when the key is elsewhere and did not sign
   */
  byte[] sign(byte[] message);
}
