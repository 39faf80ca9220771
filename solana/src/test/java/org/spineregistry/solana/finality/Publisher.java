package org.spineregistry.solana.finality;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.RpcFailure;
import org.spineregistry.solana.rpc.SolanaRpc;

/**
 * The smallest publisher of one anchor that obeys the decisions: what a service does with them,
 * without storage and waiting.
 */
final class Publisher {
  private final List<SolanaRpc> endpoints;
  private final AnchorTransactionBuilder builder;
  private final Memo memo;
  final List<AnchorTransaction> signed = new ArrayList<>();
  final List<Attempt> attempts = new ArrayList<>();

  Publisher(KeyPair key, Memo memo, SolanaRpc... endpoints) {
    this.endpoints = List.of(endpoints);
    this.builder = new AnchorTransactionBuilder(key);
    this.memo = memo;
  }

  Publisher signAndSend() {
    return signAndSend(new ComputeBudget(60_000, 1_000));
  }

  Publisher signAndSend(ComputeBudget budget) {
    LatestBlockhash latest = endpoints.get(0).latestBlockhash();
    AnchorTransaction anchor = builder.build(memo, latest.blockhash(), budget);
    signed.add(anchor);
    attempts.add(new Attempt(anchor.signature(), latest.slot(), latest.lastValidBlockHeight()));
    send();
    return this;
  }

  /** The newest bytes to every endpoint; what they answer means nothing. */
  void send() {
    byte[] bytes = signed.get(signed.size() - 1).bytes();
    for (SolanaRpc endpoint : endpoints) {
      try {
        endpoint.send(bytes);
      } catch (RpcFailure unheard) {
        // the next decision finds out
      }
    }
  }

  AnchorDecision decide() {
    return AnchorDecision.decide(attempts, endpoints.stream().map(this::ask).toList());
  }

  private EndpointView ask(SolanaRpc endpoint) {
    try {
      return EndpointProbe.ask(endpoint, attempts.stream().map(Attempt::signature).toList());
    } catch (RpcFailure failure) {
      return new EndpointView.Silent(endpoint.name(), failure.getMessage());
    }
  }
}
