package org.spineregistry.solana.verify;

import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.rpc.SolanaRpc;

/**
 * Does a marker stand? Any endpoint of the cluster can tell, also one that has no history: a marker
 * is account state. That it stands is the endpoint's word; that only the publisher can have made it
 * follows from its address.
 */
public final class MarkerCheck {
  private MarkerCheck() {}

  /**
   * @return why it does not stand finalized; empty when it does
   * @throws org.spineregistry.solana.rpc.RpcFailure when the endpoint gives no usable answer
   */
  public static Optional<String> doubt(SolanaRpc rpc, Marker marker) {
    Optional<AccountState> account = rpc.accounts(List.of(marker.address())).get(0);
    if (account.isEmpty()) {
      return Optional.of(rpc.name() + " has no account " + marker.address());
    }
    AccountState found = account.get();
    return found.owner().equals(Marker.OWNER) && found.size() == Marker.SPACE
        ? Optional.empty()
        : Optional.of(
            "account %s is of program %s and has %d bytes, a marker is of %s and has %d"
                .formatted(
                    marker.address(), found.owner(), found.size(), Marker.OWNER, Marker.SPACE));
  }
}
