package org.spineregistry.anchor.publish;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Clusters;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.anchor.fake.FakeClock;
import org.spineregistry.anchor.fake.FakeEndpoint;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.anchor.intent.Subject;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.Sending;
import org.spineregistry.anchor.protocol.SideBySide;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.IntentState;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;

/**
 * A publisher without Kafka on a chain that the test moves: two endpoints, one process at a time.
 */
final class Bench {
  static final Duration RESEND = Duration.ofSeconds(2);
  static final Duration STUCK = Duration.ofMinutes(5);
  static final ComputeBudget BUDGET = new ComputeBudget(60_000, 1_000);

  final FakeClock clock = new FakeClock(Certified.AT);
  final FakeChain chain = new FakeChain(1);
  final FakeEndpoint a = new FakeEndpoint("a", chain);
  final FakeEndpoint b = new FakeEndpoint("b", chain);
  final MemoryIntentLog log;
  final KeyPair key;
  long airdrop;
  Marking marking = Marking.NONE;

  /** One at a time, so that the order of all calls follows from the test. */
  private final SideBySide calls = new SideBySide(1);

  SimpleMeterRegistry metrics;
  IntentLog session;
  IntentBook<Tracked> book;
  FeePayer payer;
  Cluster cluster;
  OpenAnchors anchors;

  Bench() {
    this(KeyPair.random());
  }

  Bench(KeyPair key) {
    this.key = key;
    this.log = new MemoryIntentLog();
    start();
  }

  /** The log is lost: a new process of the same publisher begins with an empty one. */
  void loseLog() {
    log.clear();
    start();
  }

  /** A new process; the old one, if any, is fenced and simply no longer used. */
  void start() {
    start(List.of(a, b), log.session());
  }

  void start(List<Endpoint> endpoints, IntentLog log) {
    metrics = new SimpleMeterRegistry();
    session = log;
    book = new IntentBook<>(clock, STUCK);
    book.restore(session.open());
    cluster = Clusters.guarded(endpoints, clock, metrics);
    cluster.identify(book.genesisHash());
    payer = new FeePayer(cluster, key.address(), airdrop, clock);
    anchors =
        new OpenAnchors(
            book,
            session,
            cluster,
            new Signing(cluster, payer, key, BUDGET, marking, clock),
            new Sending(cluster, calls, RESEND, clock),
            calls,
            new Takeovers(
                new EarlierAnchors(cluster, key.address()), marking, book, session, clock),
            new AnchorMetrics(metrics, book, payer, clock),
            clock);
  }

  /** Certified cycles arrive, as the intake would queue them. */
  void deliver(int... cycles) {
    List<Tracked> fresh =
        IntStream.of(cycles)
            .distinct()
            .filter(n -> !book.knows(Certified.digest(n)))
            .mapToObj(Certified::subject)
            .map(subject -> Intents.queued(subject, chain.genesisHash(), clock.instant()))
            .map(intent -> new Tracked(intent, null))
            .toList();
    session.queue(new InputBatch(fresh, List.of(), Map.of(), null));
    fresh.forEach(book::put);
  }

  /** A closed batch arrives. */
  Memo.Batch deliverBatch(int number) {
    Memo.Batch memo = new Memo.Batch(Certified.digest(1_000 + number), 3);
    if (!book.knows(memo.root())) {
      Subject subject = Subject.batch(memo, "closed-" + number, clock.instant());
      Tracked fresh =
          new Tracked(Intents.queued(subject, chain.genesisHash(), clock.instant()), null);
      session.queue(new InputBatch(List.of(fresh), List.of(), Map.of(), null));
      book.put(fresh);
    }
    return memo;
  }

  AnchorIntent intent(Memo memo) {
    return book.find(memo.digest()).orElseThrow().tracked().intent();
  }

  List<String> doubts(Memo memo) {
    return book.find(memo.digest()).orElseThrow().doubts();
  }

  long memos(Memo memo) {
    return chain.memos().stream().filter(memo.text()::equals).count();
  }

  /** A step, and the time of so many slots of 400 ms. */
  void step(int slots) {
    anchors.step();
    chain.advance(slots);
    clock.advance(Duration.ofMillis(400L * slots));
  }

  void steps(int count, int slots) {
    for (int i = 0; i < count; i++) {
      step(slots);
    }
  }

  AnchorIntent intent(int cycle) {
    return book.find(Certified.digest(cycle)).orElseThrow().tracked().intent();
  }

  IntentState state(int cycle) {
    return intent(cycle).getState();
  }

  List<String> doubts(int cycle) {
    return book.find(Certified.digest(cycle)).orElseThrow().doubts();
  }

  long memos(int cycle) {
    String memo = "spine1:d:" + Certified.digest(cycle);
    return chain.memos().stream().filter(memo::equals).count();
  }
}
