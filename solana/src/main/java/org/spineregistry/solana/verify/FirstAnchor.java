package org.spineregistry.solana.verify;

import java.util.Optional;
import java.util.Set;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.OnChainResult.Anchored;
import org.spineregistry.solana.verify.OnChainResult.Unanswered;

/**
 * Finds the transaction that made a marker, by the marker's address: the one anchor of its digest,
 * for a publisher that has lost its records. Others may mention the address too, with lamports or
 * with a copied memo; they are passed over.
 */
public final class FirstAnchor {
  private final SolanaRpc rpc;
  private final String genesisHash;

  /**
   * @param genesisHash of the cluster that the endpoint must belong to
   */
  public FirstAnchor(SolanaRpc rpc, String genesisHash) {
    this.rpc = rpc;
    this.genesisHash = genesisHash;
  }

  /**
   * @param memo of the anchor, exactly
   * @return the finalized transaction that made the marker and carries the memo; empty when the
   *     endpoint has none: it never landed, is not final yet, was pruned, or anchors something else
   * @throws org.spineregistry.solana.rpc.RpcFailure when the endpoint gives no usable answer
   */
  public Optional<Anchored> find(Marker marker, Memo memo) {
    OnChainCheck check =
        new OnChainCheck(rpc, new TrustedPublishers(genesisHash, Set.of(marker.publisher())));
    MemoSearch search = new MemoSearch(rpc, memo);
    String before = null;
    do {
      MemoSearch.Page page = search.page(marker.address(), before);
      for (String signature : page.matches()) {
        OnChainResult result = check.at(signature, memo);
        if (result instanceof Unanswered unanswered) {
          throw unanswered.failure();
        }
        if (result instanceof Anchored anchored
            && anchored.transaction().marker().equals(Optional.of(marker))) {
          return Optional.of(anchored);
        }
      }
      before = page.next();
    } while (before != null);
    return Optional.empty();
  }
}
