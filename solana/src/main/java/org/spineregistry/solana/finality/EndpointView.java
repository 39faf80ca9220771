package org.spineregistry.solana.finality;

import java.util.Map;
import java.util.Optional;
import org.spineregistry.solana.rpc.SignatureStatus;
import org.spineregistry.solana.rpc.Tip;

/** What one configured endpoint says. Every configured endpoint has a view: silence is one too. */
public sealed interface EndpointView permits EndpointView.Answered, EndpointView.Silent {
  /** Name of the endpoint. */
  String endpoint();

  /**
   * @param finalized asked first
   * @param contextSlot newest slot that the endpoint had seen when it gave the statuses
   * @param statuses asked second: signature to status, empty where the endpoint knows of none; a
   *     signature that was not asked for is absent
   * @param firstAvailableBlock asked last: oldest slot of which it still has transactions
   */
  record Answered(
      String endpoint,
      Tip finalized,
      long contextSlot,
      Map<String, Optional<SignatureStatus>> statuses,
      long firstAvailableBlock)
      implements EndpointView {
    public Answered {
      statuses = Map.copyOf(statuses);
    }
  }

  /**
   * @param reason why it has no say: no answer, ill, or another cluster
   */
  record Silent(String endpoint, String reason) implements EndpointView {}
}
