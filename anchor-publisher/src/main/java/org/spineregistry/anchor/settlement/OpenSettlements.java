package org.spineregistry.anchor.settlement;

import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.OpenTransactions;
import org.spineregistry.anchor.protocol.Sending;
import org.spineregistry.anchor.protocol.SideBySide;
import org.spineregistry.anchor.protocol.Undertaking;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.IntentState;
import org.spineregistry.solana.finality.AnchorDecision;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.token.Mint;
import org.spineregistry.solana.token.PaidTransaction;

/** Payments: what is signed for them, and how they end. */
final class OpenSettlements implements Undertaking<Batch> {
  private static final Logger LOGGER = LoggerFactory.getLogger(OpenSettlements.class);

  private final IntentBook<Batch> book;
  private final SettlementLog log;
  private final Cluster cluster;
  private final OpenTransactions<Batch> transactions;
  private final Treasury treasury;
  private final Planner planner;
  private final PayoutSigning signing;
  private final SettlementMetrics metrics;
  private final Clock clock;

  OpenSettlements(
      IntentBook<Batch> book,
      SettlementLog log,
      Cluster cluster,
      Sending sending,
      SideBySide calls,
      Treasury treasury,
      Planner planner,
      PayoutSigning signing,
      SettlementMetrics metrics,
      Clock clock) {
    this.book = book;
    this.log = log;
    this.cluster = cluster;
    this.transactions = new OpenTransactions<>(book, this, cluster, sending, calls);
    this.treasury = treasury;
    this.planner = planner;
    this.signing = signing;
    this.metrics = metrics;
    this.clock = clock;
  }

  void step() {
    transactions.step();
  }

  /** Gives the payouts of a failed batch back, if it still is one. */
  void release(String batchId) {
    Optional<Batch> failed =
        book.find(batchId)
            .map(IntentBook.Entry::tracked)
            .filter(batch -> batch.state() == IntentState.FAILED && !batch.intent().getReleased());
    if (failed.isPresent()) {
      Batch released = Batches.released(failed.get(), clock.instant());
      log.save(List.of(released));
      book.put(released);
      LOGGER.atInfo().addKeyValue("batchId", batchId).log("payouts of a failed batch are released");
    }
  }

  @Override
  public List<Batch> unsigned() {
    if (cluster.genesisHash() == null) {
      return List.of();
    }
    Optional<List<Batch>> planned = planner.plan(cluster.genesisHash());
    if (planned.isPresent()) {
      signing.forget(); // what kept something from being signed may not be owed any more
    }
    return planned.orElse(List.of());
  }

  @Override
  public List<Batch> sign(List<Batch> batches) {
    Optional<Mint> mint = treasury.mint();
    Optional<Wallets> wallets = planner.wallets();
    if (mint.isEmpty() || wallets.isEmpty()) {
      return List.of();
    }
    List<Batch> signed = signing.sign(batches, mint.get(), wallets.get());
    planner.tried(signed, signing.refused());
    for (Map.Entry<Batch, String> hopeless : signing.hopeless().entrySet()) {
      if (!hopeless.getKey().attempts().isEmpty()) {
        end(Batches.failed(hopeless.getKey(), null, hopeless.getValue(), clock.instant()));
      }
    }
    return signed;
  }

  @Override
  public void save(List<Batch> signed) {
    log.save(signed);
    metrics.attempts(signed.size());
  }

  @Override
  public Batch finalized(Batch batch, AnchorAttempt winner, FinalizedTransaction found) {
    PaidTransaction paid = PaidTransaction.read(found.bytes());
    BigInteger sum = paid.paid().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (!paid.memo().equals(PayoutSigning.memo(batch)) || !sum.equals(batch.amount())) {
      throw new IllegalStateException(
          "transaction " + winner.getSignature() + " pays something else than its batch says");
    }
    return Batches.finalized(batch, winner.getSignature(), found.slot(), clock.instant());
  }

  @Override
  public void finish(List<Batch> finalized) {
    log.finish(finalized, finalized.stream().flatMap(batch -> Reports.of(batch).stream()).toList());
    for (Batch batch : finalized) {
      book.put(batch);
      metrics.settled(batch);
      LOGGER
          .atInfo()
          .addKeyValue("batchId", batch.subject())
          .addKeyValue("signature", batch.intent().getSignature())
          .addKeyValue("slot", batch.intent().getSlot())
          .addKeyValue("payments", batch.payments().size())
          .addKeyValue("attempts", batch.attempts().size())
          .log("paid");
    }
  }

  @Override
  public void fail(Batch batch, AnchorDecision.Failed failed) {
    end(Batches.failed(batch, failed.attempt().signature(), failed.err(), clock.instant()));
  }

  private void end(Batch failed) {
    log.finish(List.of(failed), Reports.of(failed));
    book.put(failed);
    LOGGER
        .atError()
        .addKeyValue("batchId", failed.subject())
        .addKeyValue("err", failed.intent().getError())
        .log("a batch of payouts failed");
  }

  @Override
  public void resent(int transactions) {
    metrics.resent(transactions);
  }
}
