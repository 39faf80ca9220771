package org.spineregistry.solana.verify;

import java.util.Set;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;

/**
 * The trust root of a check: on which cluster, and signed by whom. It comes from whoever checks,
 * never from what is checked.
 *
 * @param genesisHash of the cluster, base58 of 32 bytes
 * @param publishers at least one
 */
public record TrustedPublishers(String genesisHash, Set<Address> publishers) {
  /**
   * @throws IllegalArgumentException if the genesis hash is not one, or there is no publisher
   */
  public TrustedPublishers {
    Base58Text.decode("genesisHash", genesisHash, Address.LENGTH);
    publishers = Set.copyOf(publishers);
    if (publishers.isEmpty()) {
      throw new IllegalArgumentException(
          "publishers must not be empty: a proof that trusts nobody proves nothing");
    }
  }
}
