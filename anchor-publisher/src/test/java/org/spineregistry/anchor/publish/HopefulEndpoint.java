package org.spineregistry.anchor.publish;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.ListedTransaction;
import org.spineregistry.solana.rpc.Simulation;
import org.spineregistry.solana.verify.OnChainResult.Anchored;

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
  public long rentExemption(long bytes) {
    return endpoint.rentExemption(bytes);
  }

  @Override
  public List<Optional<AccountState>> accounts(List<Address> addresses) {
    return endpoint.accounts(addresses);
  }

  @Override
  public Optional<Anchored> firstAnchor(Marker marker, Memo memo, String genesisHash) {
    return endpoint.firstAnchor(marker, memo, genesisHash);
  }

  @Override
  public List<ListedTransaction> listed(Address address, String before) {
    return endpoint.listed(address, before);
  }

  @Override
  public void requestAirdrop(Address address, long lamports) {
    endpoint.requestAirdrop(address, lamports);
  }
}
