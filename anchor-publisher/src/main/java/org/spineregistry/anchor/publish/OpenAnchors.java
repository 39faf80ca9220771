package org.spineregistry.anchor.publish;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.OpenTransactions;
import org.spineregistry.anchor.protocol.Sending;
import org.spineregistry.anchor.protocol.SideBySide;
import org.spineregistry.anchor.protocol.Undertaking;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.IntentState;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.finality.AnchorDecision;
import org.spineregistry.solana.rpc.FinalizedTransaction;

/** Anchors: what is signed for them, and how they end. */
final class OpenAnchors implements Undertaking<Tracked> {
  private static final Logger LOGGER = LoggerFactory.getLogger(OpenAnchors.class);

  private final IntentBook<Tracked> book;
  private final IntentLog log;
  private final OpenTransactions<Tracked> transactions;
  private final Signing signing;
  private final Takeovers takeovers;
  private final AnchorMetrics metrics;
  private final Clock clock;

  OpenAnchors(
      IntentBook<Tracked> book,
      IntentLog log,
      Cluster cluster,
      Signing signing,
      Sending sending,
      SideBySide calls,
      Takeovers takeovers,
      AnchorMetrics metrics,
      Clock clock) {
    this.book = book;
    this.log = log;
    this.transactions = new OpenTransactions<>(book, this, cluster, sending, calls);
    this.signing = signing;
    this.takeovers = takeovers;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Takes up a failed anchor again, if it still is one. */
  void retry(String subject) {
    Optional<Tracked> failed =
        book.find(subject)
            .filter(entry -> entry.state() == IntentState.FAILED)
            .map(IntentBook.Entry::tracked);
    if (failed.isEmpty()) {
      return;
    }
    Tracked again = failed.get().with(Intents.requeued(failed.get().intent(), clock.instant()));
    log.save(List.of(again));
    book.put(again);
    LOGGER.atInfo().addKeyValue("subject", subject).log("failed anchor is tried again");
  }

  void step() {
    transactions.step();
  }

  @Override
  public List<Tracked> unsigned() {
    return book.open(IntentState.QUEUED);
  }

  @Override
  public List<Tracked> sign(List<Tracked> intents) {
    List<Tracked> free = takeovers.free(intents);
    if (free.isEmpty()) {
      return free;
    }
    List<Tracked> signed = signing.sign(free);
    if (!signing.obstacle().isEmpty()) {
      free.forEach(tracked -> book.doubt(tracked, List.of(signing.obstacle())));
    }
    return signed;
  }

  @Override
  public void save(List<Tracked> signed) {
    log.save(signed);
    signed.forEach(tracked -> metrics.attempt(signing.cost(tracked.intent())));
  }

  @Override
  public Tracked finalized(Tracked tracked, AnchorAttempt winner, FinalizedTransaction found) {
    requireAnchor(found, winner, tracked.intent().getMemo());
    AnchorReceipt receipt = receipt(tracked.intent(), winner, found);
    return tracked.with(Intents.finalized(tracked.intent(), receipt, clock.instant()));
  }

  /** The bytes are ours, so what does not fit here is a fault of this program. */
  private static void requireAnchor(
      FinalizedTransaction found, AnchorAttempt attempt, String memo) {
    AnchorTransaction anchor = AnchorTransactionParser.parse(found.bytes());
    if (!anchor.memo().text().equals(memo)
        || !anchor.signature().equals(attempt.getSignature())
        || !anchor.publisher().base58().equals(attempt.getPublisher())) {
      throw new IllegalStateException(
          "transaction " + attempt.getSignature() + " anchors something else than its intent says");
    }
  }

  private static AnchorReceipt receipt(
      AnchorIntent intent, AnchorAttempt winner, FinalizedTransaction found) {
    return AnchorReceipt.newBuilder()
        .setGenesisHash(intent.getGenesisHash())
        .setPublisher(winner.getPublisher())
        .setSignature(winner.getSignature())
        .setSlot(found.slot())
        .setBlockTime(found.blockTime() == null ? null : found.blockTime().getEpochSecond())
        .setMemo(intent.getMemo())
        .build();
  }

  @Override
  public void finish(List<Tracked> finalized) {
    log.finish(finalized.stream().map(OpenAnchors::finished).toList());
    for (Tracked tracked : finalized) {
      book.put(tracked);
      book.find(tracked.subject()).ifPresent(metrics::finished);
      LOGGER
          .atInfo()
          .addKeyValue("cycleId", tracked.intent().getCycleId())
          .addKeyValue("signature", tracked.intent().getReceipt().getSignature())
          .addKeyValue("slot", tracked.intent().getReceipt().getSlot())
          .addKeyValue("attempts", tracked.intent().getAttempts().size())
          .addKeyValue("kind", tracked.intent().getKind())
          .log("anchored");
    }
  }

  /** What was read back has the bytes of the attempt. */
  private static IntentLog.Finished finished(Tracked finalized) {
    AnchorIntent intent = finalized.intent();
    AnchorAttempt winner = Intents.attemptOf(intent, intent.getReceipt().getSignature());
    return new IntentLog.Finished(
        finalized, AnchorEvents.finalized(intent, winner.getTransaction()));
  }

  @Override
  public void fail(Tracked tracked, AnchorDecision.Failed failed) {
    AnchorIntent intent =
        Intents.failed(
            tracked.intent(), failed.attempt().signature(), failed.err(), clock.instant());
    Tracked changed = takeovers.afterFailure(tracked.with(intent), failed.attempt().signature());
    log.save(List.of(changed));
    book.put(changed);
    LOGGER
        .atError()
        .addKeyValue("cycleId", changed.intent().getCycleId())
        .addKeyValue("signature", failed.attempt().signature())
        .addKeyValue("err", failed.err())
        .log("anchor failed on chain");
  }

  @Override
  public void resent(int transactions) {
    metrics.resent(transactions);
  }
}
