package org.spineregistry.anchor.publish;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.Simulation;

/**
 * An endpoint whose simulations always succeed, as when the state changes between simulation and
 * execution.
 */
record HopefulEndpoint(Endpoint endpoint) implements Endpoint {
  @Override
  public String name() {
    return endpoint.name();
  }

  @Override
  public String genesisHash() {
    return endpoint.genesisHash();
  }

  @Override
  public LatestBlockhash latestBlockhash() {
    return endpoint.latestBlockhash();
  }

  @Override
  public EndpointView.Answered probe(List<String> signatures) {
    return endpoint.probe(signatures);
  }

  @Override
  public void send(byte[] transaction) {
    endpoint.send(transaction);
  }

  @Override
  public Optional<FinalizedTransaction> transaction(String signature) {
    return endpoint.transaction(signature);
  }

  @Override
  public Simulation simulate(byte[] transaction) {
    return new Simulation(null, 1);
  }

  @Override
  public BigInteger balance(Address address) {
    return endpoint.balance(address);
  }

  @Override
  public long rentExemption() {
    return endpoint.rentExemption();
  }

  @Override
  public void requestAirdrop(Address address, long lamports) {
    endpoint.requestAirdrop(address, lamports);
  }
}
