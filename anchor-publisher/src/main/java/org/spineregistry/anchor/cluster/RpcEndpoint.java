package org.spineregistry.anchor.cluster;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.finality.EndpointProbe;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.rpc.Commitment;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.ListedTransaction;
import org.spineregistry.solana.rpc.Simulation;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.FirstAnchor;
import org.spineregistry.solana.verify.OnChainResult.Anchored;

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
  public long rentExemption(long bytes) {
    return rpc.rentExemption(bytes);
  }

  @Override
  public List<Optional<AccountState>> accounts(List<Address> addresses) {
    return rpc.accounts(addresses);
  }

  @Override
  public Optional<Anchored> firstAnchor(Marker marker, Memo memo, String genesisHash) {
    return new FirstAnchor(rpc, genesisHash).find(marker, memo);
  }

  @Override
  public List<ListedTransaction> listed(Address address, String before) {
    return rpc.signaturesFor(address, before, SolanaRpc.MAX_LISTED);
  }

  @Override
  public void requestAirdrop(Address address, long lamports) {
    rpc.requestAirdrop(address, lamports);
  }
}
