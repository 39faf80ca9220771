package org.spineregistry.anchor.settlement;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Clusters;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.anchor.fake.FakeClock;
import org.spineregistry.anchor.fake.FakeEndpoint;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.Sending;
import org.spineregistry.anchor.protocol.SideBySide;
import org.spineregistry.anchor.settlement.plan.Dues;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.token.Mint;
import org.spineregistry.solana.token.MintReader;
import org.spineregistry.solana.token.PaidTransaction;

/** A payer without Kafka on a chain that the test moves: two endpoints, one process at a time. */
final class PayerBench {
  private static final Duration SECOND = Duration.ofSeconds(1);

  final FakeClock clock = new FakeClock(Certified.AT);
  final FakeChain chain = new FakeChain(1);
  final FakeEndpoint a = new FakeEndpoint("a", chain);
  final FakeEndpoint b = new FakeEndpoint("b", chain);
  final MemorySettlementLog log = new MemorySettlementLog();
  final KeyPair payer = KeyPair.random();
  final Mint mint = chain.issueToken(payer.address(), 9, BigInteger.TEN.pow(15));
  final List<RewardGranted> granted = new ArrayList<>();
  final Map<String, Address> wallets = new TreeMap<>();
  private final Path walletsFile;

  /** One at a time, so that the order of all calls follows from the test. */
  private final SideBySide calls = new SideBySide(1);

  SimpleMeterRegistry metrics;
  IntentBook<Batch> book;
  Planner planner;
  PayoutSigning signing;
  long sinceSlot;
  OpenSettlements settlements;
  private Dues dues;

  PayerBench(Path folder) {
    walletsFile = folder.resolve("wallets.csv");
    writeWallets();
  }

  void writeWallets() {
    List<String> lines = new ArrayList<>(List.of("beneficiaryId,wallet"));
    wallets.forEach((beneficiary, wallet) -> lines.add(beneficiary + "," + wallet));
    write(lines);
  }

  void writeBrokenWallets() {
    write(List.of("broken"));
  }

  private void write(List<String> lines) {
    try {
      Files.write(walletsFile, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new process; the old one, if any, is fenced and simply no longer used. */
  void start() {
    start(List.of(a, b), log.session());
  }

  void start(List<Endpoint> endpoints, SettlementLog session) {
    metrics = new SimpleMeterRegistry();
    book = new IntentBook<>(clock, Duration.ofMinutes(5));
    book.restore(session.open());
    dues = new Dues();
    granted.forEach(dues::decided);
    log.reports.forEach(dues::reported);
    Cluster cluster = Clusters.guarded(endpoints, clock, metrics);
    cluster.identify(book.genesisHash());
    FeePayer fees = new FeePayer(cluster, payer.address(), 0, clock);
    Treasury treasury =
        new Treasury(cluster, mint.address(), payer.address(), new MintReader(Set.of()));
    planner =
        new Planner(
            dues,
            () -> true,
            book,
            treasury,
            new EarlierPayments(cluster, payer.address(), sinceSlot),
            new Packing(payer, 3),
            walletsFile,
            SECOND,
            clock);
    signing = new PayoutSigning(cluster, fees, payer, 1_000, book, clock);
    settlements =
        new OpenSettlements(
            book,
            session,
            cluster,
            new Sending(cluster, calls, Duration.ofSeconds(2), clock),
            calls,
            treasury,
            planner,
            signing,
            new SettlementMetrics(metrics, book, () -> 0, () -> false, clock),
            clock);
  }

  void grant(RewardGranted event) {
    granted.add(event);
    dues.decided(event);
  }

  /** A step, and the time of so many slots of 400 ms. */
  void step(int slots) {
    settlements.step();
    chain.advance(slots);
    clock.advance(Duration.ofMillis(400L * slots));
  }

  /** Base units that stand on the chain, by beneficiary. */
  Map<String, BigInteger> paid() {
    Map<Address, BigInteger> byAccount = new HashMap<>();
    for (PaidTransaction payment : chain.payments()) {
      payment.paid().forEach((account, sum) -> byAccount.merge(account, sum, BigInteger::add));
    }
    Map<String, BigInteger> paid = new TreeMap<>();
    wallets.forEach(
        (beneficiary, wallet) -> {
          BigInteger sum = byAccount.get(mint.accountOf(wallet));
          if (sum != null) {
            paid.put(beneficiary, sum);
          }
        });
    return paid;
  }
}
