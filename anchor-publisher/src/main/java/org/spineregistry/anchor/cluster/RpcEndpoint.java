package org.spineregistry.anchor.cluster;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.finality.EndpointProbe;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.Commitment;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.Simulation;
import org.spineregistry.solana.rpc.SolanaRpc;

/** An endpoint over JSON-RPC. */
public final class RpcEndpoint implements Endpoint {
  private final SolanaRpc rpc;

  public RpcEndpoint(SolanaRpc rpc) {
    this.rpc = rpc;
  }

  @Override
  public String name() {
    return rpc.name();
  }

  @Override
  public String genesisHash() {
    return rpc.genesisHash();
  }

  @Override
  public LatestBlockhash latestBlockhash() {
    return rpc.latestBlockhash();
  }

  @Override
  public EndpointView.Answered probe(List<String> signatures) {
    return EndpointProbe.ask(rpc, signatures);
  }

  @Override
  public void send(byte[] transaction) {
    rpc.send(transaction);
  }

  @Override
  public Optional<FinalizedTransaction> transaction(String signature) {
    return rpc.transaction(signature);
  }

  @Override
  public Simulation simulate(byte[] transaction) {
    return rpc.simulate(transaction);
  }

  @Override
  public BigInteger balance(Address address) {
    return rpc.balance(address, Commitment.CONFIRMED);
  }

  @Override
  public long rentExemption() {
    return rpc.rentExemption(0);
  }

  @Override
  public void requestAirdrop(Address address, long lamports) {
    rpc.requestAirdrop(address, lamports);
  }
}
