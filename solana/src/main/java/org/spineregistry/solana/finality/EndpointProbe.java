package org.spineregistry.solana.finality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.solana.rpc.SignatureStatus;
import org.spineregistry.solana.rpc.SignatureStatuses;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.rpc.Tip;

/**
 * Asks one endpoint about many transactions, in the order that makes the answers worth something:
 * the finalized height first, then the statuses, so that whatever the height has decided the
 * statuses must know; the history last, because it only shrinks.
 */
public final class EndpointProbe {
  private EndpointProbe() {}

  /**
   * @param signatures of all attempts of all subjects that are open; not empty
   * @throws org.spineregistry.solana.rpc.RpcFailure if any of the calls has no result; then the
   *     endpoint is {@link EndpointView.Silent}
   */
  public static EndpointView.Answered ask(SolanaRpc rpc, List<String> signatures) {
    Tip finalized = rpc.finalizedTip();
    Map<String, Optional<SignatureStatus>> statuses = new HashMap<>();
    long contextSlot = Long.MAX_VALUE;
    for (int from = 0; from < signatures.size(); from += SolanaRpc.MAX_STATUSES) {
      List<String> page =
          signatures.subList(from, Math.min(signatures.size(), from + SolanaRpc.MAX_STATUSES));
      SignatureStatuses answer = rpc.statuses(page, finalized.slot());
      contextSlot = Math.min(contextSlot, answer.contextSlot());
      for (int i = 0; i < page.size(); i++) {
        statuses.put(page.get(i), answer.values().get(i));
      }
    }
    return new EndpointView.Answered(
        rpc.name(), finalized, contextSlot, statuses, rpc.firstAvailableBlock());
  }
}
