package org.spineregistry.anchor.cluster;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.Simulation;

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

  /** Lamports that an account without data must keep. */
  long rentExemption();

  void requestAirdrop(Address address, long lamports);
}
