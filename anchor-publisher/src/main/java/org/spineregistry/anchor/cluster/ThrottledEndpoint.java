package org.spineregistry.anchor.cluster;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.ListedTransaction;
import org.spineregistry.solana.rpc.Simulation;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.OnChainResult.Anchored;

/**
 * An endpoint that is asked no more often than its provider allows, in all and by method. A
 * provider that limits bans those who only react to refusals.
 */
final class ThrottledEndpoint implements Endpoint {
  /** Seconds' worth of calls that may come at once: limits are counted over ten seconds. */
  private static final double BURST_SECONDS = 2;

  private final Endpoint endpoint;
  private final double perMethod;
  private final TokenBucket all;
  private final Map<String, TokenBucket> methods = new ConcurrentHashMap<>();

  /**
   * @param perSecond calls a second in all
   * @param perMethod calls a second of one method
   */
  ThrottledEndpoint(Endpoint endpoint, double perSecond, double perMethod) {
    this.endpoint = endpoint;
    this.perMethod = perMethod;
    this.all = bucket(perSecond);
  }

  private static TokenBucket bucket(double perSecond) {
    return new TokenBucket(perSecond, Math.max(1, (int) (perSecond * BURST_SECONDS)));
  }

  private void turn(String method) {
    long now = System.nanoTime();
    long wait =
        Math.max(
            all.take(now), methods.computeIfAbsent(method, name -> bucket(perMethod)).take(now));
    for (long left = wait; left > 0; left = now + wait - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return; // the process ends
      }
    }
  }

  @Override
  public String name() {
    return endpoint.name();
  }

  @Override
  public String genesisHash() {
    turn("getGenesisHash");
    return endpoint.genesisHash();
  }

  @Override
  public LatestBlockhash latestBlockhash() {
    turn("getLatestBlockhash");
    return endpoint.latestBlockhash();
  }

  /** Three calls, one more for every 256 transactions. */
  @Override
  public EndpointView.Answered probe(List<String> signatures) {
    turn("getEpochInfo");
    for (int from = 0; from < signatures.size(); from += SolanaRpc.MAX_STATUSES) {
      turn("getSignatureStatuses");
    }
    turn("getFirstAvailableBlock");
    return endpoint.probe(signatures);
  }

  @Override
  public void send(byte[] transaction) {
    turn("sendTransaction");
    endpoint.send(transaction);
  }

  @Override
  public Optional<FinalizedTransaction> transaction(String signature) {
    turn("getTransaction");
    return endpoint.transaction(signature);
  }

  @Override
  public Simulation simulate(byte[] transaction) {
    turn("simulateTransaction");
    return endpoint.simulate(transaction);
  }

  @Override
  public BigInteger balance(Address address) {
    turn("getBalance");
    return endpoint.balance(address);
  }

  @Override
  public long rentExemption(long bytes) {
    turn("getMinimumBalanceForRentExemption");
    return endpoint.rentExemption(bytes);
  }

  @Override
  public List<Optional<AccountState>> accounts(List<Address> addresses) {
    turn("getMultipleAccounts");
    return endpoint.accounts(addresses);
  }

  /** Three calls, more where strangers have written to the address. */
  @Override
  public Optional<Anchored> firstAnchor(Marker marker, Memo memo, String genesisHash) {
    turn("getSignaturesForAddress");
    turn("getGenesisHash");
    turn("getTransaction");
    return endpoint.firstAnchor(marker, memo, genesisHash);
  }

  @Override
  public List<ListedTransaction> listed(Address address, String before) {
    turn("getSignaturesForAddress");
    return endpoint.listed(address, before);
  }

  @Override
  public void requestAirdrop(Address address, long lamports) {
    turn("requestAirdrop");
    endpoint.requestAirdrop(address, lamports);
  }
}
