package org.spineregistry.anchor.cluster;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.spineregistry.solana.key.Address;

/**
 * The account that pays for anchors. It must stay rent exempt after the fee, or the cluster refuses
 * every transaction; so nothing is signed when it could not pay.
 */
public final class FeePayer {
  private static final Logger LOGGER = LoggerFactory.getLogger(FeePayer.class);

  /** How old a balance may be that decides whether something is signed. */
  private static final Duration FRESH = Duration.ofSeconds(15);

  /** How long an airdrop may take to show. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Cluster cluster;
  private final Address address;
  private final long airdrop;
  private final Clock clock;
  private Instant readAt = Instant.EPOCH;
  private Instant askedAt = Instant.EPOCH;
  private BigInteger rent;

  /** What was signed since the balance was read: it may not show in it yet. */
  private BigInteger promised = BigInteger.ZERO;

  private volatile BigInteger balance;
  private volatile boolean poor;

  /**
   * @param airdrop lamports to ask the faucet of a local cluster for when the balance is low; 0:
   *     never
   */
  public FeePayer(Cluster cluster, Address address, long airdrop, Clock clock) {
    this.cluster = cluster;
    this.address = address;
    this.airdrop = airdrop;
    this.clock = clock;
  }

  public Address address() {
    return address;
  }

  /** Lamports at confirmed; null before an endpoint has told. */
  public BigInteger balance() {
    return balance;
  }

  /** Whether transactions wait because the account could not pay for them. */
  public boolean poor() {
    return poor;
  }

  /** Looks at the balance from time to time, so that it can be watched before it matters. */
  public void watch() {
    if (!clock.instant().isBefore(readAt.plus(FRESH))) {
      read();
    }
  }

  /**
   * Whether the account can pay now. Asks again when the last answer is old or was no.
   *
   * @param lamports of all transactions that are about to be signed: fees, and rent of what they
   *     make
   */
  public boolean canPay(long lamports) {
    if (poor || !clock.instant().isBefore(readAt.plus(FRESH))) {
      read();
    }
    if (balance == null || rent == null) {
      return false;
    }
    BigInteger needed = rent.add(promised).add(BigInteger.valueOf(lamports));
    boolean low = balance.compareTo(needed) < 0;
    if (low && !poor) {
      LOGGER
          .atLevel(airdrop > 0 ? Level.INFO : Level.ERROR)
          .addKeyValue("address", address)
          .addKeyValue("lamports", balance)
          .addKeyValue("needed", needed)
          .log("the fee payer has too few lamports, nothing is signed until it has more");
    }
    poor = low;
    if (low && airdrop > 0) {
      requestAirdrop();
    }
    return !low;
  }

  /**
   * Lamports that can be spent, by the last answer: without what keeps the account alive and what
   * was promised since. Zero before an endpoint has told.
   */
  public long spare() {
    return balance == null || rent == null
        ? 0
        : balance.subtract(rent).subtract(promised).max(BigInteger.ZERO).longValue();
  }

  /** So much was signed, and will be gone when it lands. */
  public void promise(long lamports) {
    promised = promised.add(BigInteger.valueOf(lamports));
  }

  private void read() {
    Optional<BigInteger> lamports = cluster.first(endpoint -> endpoint.balance(address));
    Optional<Long> exemption = cluster.first(endpoint -> endpoint.rentExemption(0));
    if (lamports.isPresent() && exemption.isPresent()) {
      balance = lamports.get();
      rent = BigInteger.valueOf(exemption.get());
      promised = BigInteger.ZERO;
      readAt = clock.instant();
    }
  }

  private void requestAirdrop() {
    if (clock.instant().isBefore(askedAt.plus(PATIENCE))) {
      return;
    }
    askedAt = clock.instant();
    boolean taken =
        cluster
            .first(
                endpoint -> {
                  endpoint.requestAirdrop(address, airdrop);
                  return true;
                })
            .orElse(false);
    LOGGER
        .atInfo()
        .addKeyValue("lamports", airdrop)
        .addKeyValue("taken", taken)
        .log("airdrop requested");
  }
}
