package org.spineregistry.solana.rpc;

import org.spineregistry.solana.key.Address;

/**
 * An account, as an endpoint tells it.
 *
 * @param owner program that may change it
 * @param size bytes of data
 */
public record AccountState(Address owner, int size) {
  private static final Address SYSTEM = new Address("11111111111111111111111111111111");

  /**
   * Whether the system program refuses to allocate here. An account that somebody only sent
   * lamports to is not in use.
   */
  public boolean inUse() {
    return size > 0 || !owner.equals(SYSTEM);
  }
}
