package org.spineregistry.solana.key;

import org.p2p.solanaj.core.PublicKey;

/**
 * An account address: the base58 form of 32 bytes, for wallets an Ed25519 public key.
 *
 * @param base58 validated at construction
 */
public record Address(String base58) {
  public static final int LENGTH = 32;

  /**
   * @throws IllegalArgumentException unless the text is the base58 form of exactly 32 bytes
   */
  public Address {
    Base58Text.decode("address", base58, LENGTH);
  }

  /**
   * @throws IllegalArgumentException unless there are exactly 32 bytes
   */
  public static Address of(byte[] bytes) {
    return new Address(Base58Text.encode(bytes));
  }

  public byte[] bytes() {
    return Base58Text.decode("address", base58, LENGTH);
  }

  /** For solanaj's message compiler. */
  public PublicKey toPublicKey() {
    return new PublicKey(bytes());
  }

  /** Written out: the bootstrap of a record's own costs a cold verification 20 ms. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Address address && base58.equals(address.base58);
  }

  @Override
  public int hashCode() {
    return base58.hashCode();
  }

  @Override
  public String toString() {
    return base58;
  }
}
