package org.spineregistry.anchor.cluster;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
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
 * What the publisher asks of one RPC endpoint. Every method throws {@link
 * org.spineregistry.solana.rpc.RpcFailure} when there is no result.
 */
public interface Endpoint {
  /** Name for logs and metrics; the address is a secret. */
  String name();

  String genesisHash();

  LatestBlockhash latestBlockhash();

  /** Finalized height first, statuses second, history last. */
  EndpointView.Answered probe(List<String> signatures);

  /** Hands over the bytes; the answer says nothing about landing. */
  void send(byte[] transaction);

  /** Empty when the endpoint has no such transaction at finalized. */
  Optional<FinalizedTransaction> transaction(String signature);

  Simulation simulate(byte[] transaction);

  /** Lamports at confirmed. */
  BigInteger balance(Address address);

  /** Lamports that an account with so many bytes of data must keep. */
  long rentExemption(long bytes);

  /**
   * Accounts at finalized, in the order of the addresses.
   *
   * @param addresses at most {@value org.spineregistry.solana.rpc.SolanaRpc#MAX_ACCOUNTS}
   */
  List<Optional<AccountState>> accounts(List<Address> addresses);

  /**
   * The finalized transaction that made a marker and carries the memo; empty when the endpoint has
   * none.
   *
   * @param genesisHash of the cluster
   */
  Optional<Anchored> firstAnchor(Marker marker, Memo memo, String genesisHash);

  /**
   * A page of the finalized transactions that mention the address, newest first; at most {@value
   * org.spineregistry.solana.rpc.SolanaRpc#MAX_LISTED}, none behind the last.
   *
   * @param before signature behind which the page begins, null for the newest
   */
  List<ListedTransaction> listed(Address address, String before);

  void requestAirdrop(Address address, long lamports);
}
