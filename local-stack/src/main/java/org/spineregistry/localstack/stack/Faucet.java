package org.spineregistry.localstack.stack;

import java.math.BigInteger;
import java.time.Duration;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.Commitment;
import org.spineregistry.solana.rpc.SolanaRpc;

/** Pays a publisher of the local ledger for many thousands of anchors. */
final class Faucet {
  private static final long LAMPORTS = 10_000_000_000L;
  private static final BigInteger ENOUGH = BigInteger.valueOf(LAMPORTS / 10);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 100;

  private final SolanaRpc rpc;

  Faucet(String url) {
    this.rpc = new SolanaRpc("local", url, SolanaRpc.DEFAULT_TIMEOUT);
  }

  /** Returns when the account can pay, without waiting for what it has already. */
  void fill(Address account) throws InterruptedException {
    if (rich(account)) {
      return;
    }
    rpc.requestAirdrop(account, LAMPORTS);
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!rich(account)) {
      if (System.nanoTime() > deadline) {
        throw UserProblem.failure("the local ledger gave the publisher no lamports");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean rich(Address account) {
    return rpc.balance(account, Commitment.FINALIZED).compareTo(ENOUGH) >= 0;
  }
}
