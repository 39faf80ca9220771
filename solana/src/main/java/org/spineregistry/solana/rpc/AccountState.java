package org.spineregistry.solana.rpc;

import java.util.Base64;
import org.spineregistry.solana.key.Address;

/**
 * An account, as an endpoint tells it.
 *
 * @param owner program that may change it
 * @param base64 its data
 */
public record AccountState(Address owner, String base64) {
  private static final Address SYSTEM = new Address("11111111111111111111111111111111");

  /** Of the bytes themselves. */
  public static AccountState of(Address owner, byte[] data) {
    return new AccountState(owner, Base64.getEncoder().encodeToString(data));
  }

  public byte[] data() {
    return Base64.getDecoder().decode(base64);
  }

  /** Bytes of data. */
  public int size() {
    return data().length;
  }

  /**
   * Whether the system program refuses to allocate here. An account that somebody only sent
   * lamports to is not in use.
   */
  public boolean inUse() {
    return !base64.isEmpty() || !owner.equals(SYSTEM);
  }
}
