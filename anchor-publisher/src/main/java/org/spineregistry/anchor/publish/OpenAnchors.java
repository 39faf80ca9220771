package org.spineregistry.anchor.publish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.ReadBack;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.IntentState;
import org.spineregistry.solana.finality.AnchorDecision;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.rpc.FinalizedTransaction;

/**
 * Brings every open intent one step further: sign, store, send; ask, decide, read back, store.
 * Nothing leaves this process that is not stored before.
 */
final class OpenAnchors {
  private static final Logger LOGGER = LoggerFactory.getLogger(OpenAnchors.class);

  /**
   * As many as are surely signed, stored and sent while their blockhash is young, and no more than
   * markers can be asked for at once.
   */
  private static final int BATCH = 100;

  private final IntentBook book;
  private final IntentLog log;
  private final Cluster cluster;
  private final ReadBack readBack;
  private final Signing signing;
  private final Sending sending;
  private final SideBySide calls;
  private final Takeovers takeovers;
  private final AnchorMetrics metrics;
  private final Clock clock;

  OpenAnchors(
      IntentBook book,
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
    this.cluster = cluster;
    this.readBack = new ReadBack(cluster);
    this.signing = signing;
    this.sending = sending;
    this.calls = calls;
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
    List<Tracked> unsigned = advance(book.open(IntentState.SIGNED));
    unsigned.addAll(book.open(IntentState.QUEUED));
    for (int from = 0; from < unsigned.size(); from += BATCH) {
      sign(takeovers.free(unsigned.subList(from, Math.min(unsigned.size(), from + BATCH))));
    }
  }

  private void sign(List<Tracked> unsigned) {
    if (unsigned.isEmpty()) {
      return;
    }
    List<Tracked> signed = signing.sign(unsigned);
    if (!signing.obstacle().isEmpty()) {
      unsigned.forEach(tracked -> book.doubt(tracked, List.of(signing.obstacle())));
    }
    if (signed.isEmpty()) {
      return;
    }
    log.save(signed);
    for (Tracked tracked : signed) {
      book.put(tracked);
      metrics.attempt(signing.cost(tracked.intent()));
    }
    sending.send(signed.stream().map(Tracked::intent).toList());
  }

  /**
   * @return intents that need another signature, because no attempt can land any more
   */
  private List<Tracked> advance(List<Tracked> signed) {
    List<Tracked> expired = new ArrayList<>();
    if (signed.isEmpty()) {
      return expired;
    }
    List<String> signatures =
        signed.stream()
            .flatMap(tracked -> tracked.intent().getAttempts().stream())
            .map(AnchorAttempt::getSignature)
            .toList();
    List<EndpointView> views = cluster.views(signatures);
    List<Callable<Optional<IntentLog.Finished>>> landed = new ArrayList<>();
    List<AnchorIntent> unseen = new ArrayList<>();
    for (Tracked tracked : signed) {
      AnchorIntent intent = tracked.intent();
      AnchorDecision decision = AnchorDecision.decide(Intents.attempts(intent), views);
      if (decision instanceof AnchorDecision.ReadBack seen) {
        landed.add(() -> readBack(tracked, seen.attempt().signature()));
      } else if (decision instanceof AnchorDecision.Failed failed) {
        fail(tracked, failed);
      } else if (decision instanceof AnchorDecision.SignAgain) {
        expired.add(tracked);
      } else {
        keepOpen(tracked, decision, unseen);
      }
    }
    metrics.resent(sending.resend(unseen));
    finish(calls.all(landed).stream().flatMap(Optional::stream).toList());
    return expired;
  }

  private void keepOpen(Tracked tracked, AnchorDecision decision, List<AnchorIntent> unseen) {
    List<String> doubts =
        decision instanceof AnchorDecision.Stuck stuck ? stuck.reasons() : List.of();
    book.doubt(tracked, doubts);
    if (decision instanceof AnchorDecision.Resend) {
      unseen.add(tracked.intent());
    }
  }

  private Optional<IntentLog.Finished> readBack(Tracked tracked, String signature) {
    AnchorIntent intent = tracked.intent();
    AnchorAttempt winner = Intents.attemptOf(intent, signature);
    Optional<FinalizedTransaction> found = readBack.fetch(winner, intent.getMemo());
    if (found.isEmpty()) {
      book.doubt(tracked, List.of("no endpoint returns the finalized transaction"));
      return Optional.empty();
    }
    AnchorIntent finalized =
        Intents.finalized(intent, receipt(intent, winner, found.get()), clock.instant());
    return Optional.of(
        new IntentLog.Finished(
            tracked.with(finalized), AnchorEvents.finalized(finalized, found.get().base64())));
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

  private void finish(List<IntentLog.Finished> finished) {
    if (finished.isEmpty()) {
      return;
    }
    log.finish(finished);
    for (IntentLog.Finished anchor : finished) {
      Tracked tracked = anchor.finalized();
      book.put(tracked);
      sending.settled(tracked.intent());
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

  private void fail(Tracked tracked, AnchorDecision.Failed failed) {
    AnchorIntent intent =
        Intents.failed(
            tracked.intent(), failed.attempt().signature(), failed.err(), clock.instant());
    Tracked changed = takeovers.afterFailure(tracked.with(intent), failed.attempt().signature());
    log.save(List.of(changed));
    book.put(changed);
    sending.settled(changed.intent());
    LOGGER
        .atError()
        .addKeyValue("cycleId", changed.intent().getCycleId())
        .addKeyValue("signature", failed.attempt().signature())
        .addKeyValue("err", failed.err())
        .log("anchor failed on chain");
  }
}
