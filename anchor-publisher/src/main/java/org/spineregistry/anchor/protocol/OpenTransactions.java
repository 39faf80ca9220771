package org.spineregistry.anchor.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.intent.Attempts;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.IntentState;
import org.spineregistry.solana.finality.AnchorDecision;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.rpc.FinalizedTransaction;

/**
 * Brings every open intent one step further: sign, store, send; ask, decide, read back, store.
 * Nothing leaves this process that is not stored before, and nothing is signed again while an
 * earlier attempt could still land. The one place where that is so, for whatever is undertaken.
 */
public final class OpenTransactions<T extends ChainIntent> {
  /**
   * As many as are surely signed, stored and sent while their blockhash is young, and no more than
   * markers can be asked for at once.
   */
  private static final int BATCH = 100;

  private final IntentBook<T> book;
  private final Undertaking<T> undertaking;
  private final Cluster cluster;
  private final ReadBack readBack;
  private final Sending sending;
  private final SideBySide calls;

  public OpenTransactions(
      IntentBook<T> book,
      Undertaking<T> undertaking,
      Cluster cluster,
      Sending sending,
      SideBySide calls) {
    this.book = book;
    this.undertaking = undertaking;
    this.cluster = cluster;
    this.readBack = new ReadBack(cluster);
    this.sending = sending;
    this.calls = calls;
  }

  public void step() {
    List<T> unsigned = advance(book.open(IntentState.SIGNED));
    unsigned.addAll(undertaking.unsigned());
    for (int from = 0; from < unsigned.size(); from += BATCH) {
      sign(unsigned.subList(from, Math.min(unsigned.size(), from + BATCH)));
    }
  }

  private void sign(List<T> unsigned) {
    List<T> signed = undertaking.sign(unsigned);
    if (!signed.isEmpty()) {
      undertaking.save(signed);
      signed.forEach(book::put);
      sending.send(signed);
    }
  }

  /**
   * @return intents that need another signature, because no attempt can land any more
   */
  private List<T> advance(List<T> signed) {
    List<T> expired = new ArrayList<>();
    if (signed.isEmpty()) {
      return expired;
    }
    List<String> signatures =
        signed.stream()
            .flatMap(intent -> intent.attempts().stream())
            .map(AnchorAttempt::getSignature)
            .toList();
    List<EndpointView> views = cluster.views(signatures);
    List<Callable<Optional<T>>> landed = new ArrayList<>();
    List<T> unseen = new ArrayList<>();
    for (T intent : signed) {
      AnchorDecision decision =
          AnchorDecision.decide(Attempts.forDecision(intent.attempts()), views);
      if (decision instanceof AnchorDecision.ReadBack seen) {
        landed.add(() -> readBack(intent, seen.attempt().signature()));
      } else if (decision instanceof AnchorDecision.Failed failed) {
        undertaking.fail(intent, failed);
        sending.settled(intent);
      } else if (decision instanceof AnchorDecision.SignAgain) {
        expired.add(intent);
      } else {
        keepOpen(intent, decision, unseen);
      }
    }
    undertaking.resent(sending.resend(unseen));
    finish(calls.all(landed).stream().flatMap(Optional::stream).toList());
    return expired;
  }

  private void keepOpen(T intent, AnchorDecision decision, List<T> unseen) {
    List<String> doubts =
        decision instanceof AnchorDecision.Stuck stuck ? stuck.reasons() : List.of();
    book.doubt(intent, doubts);
    if (decision instanceof AnchorDecision.Resend) {
      unseen.add(intent);
    }
  }

  private Optional<T> readBack(T intent, String signature) {
    AnchorAttempt winner = Attempts.find(intent.attempts(), signature);
    Optional<FinalizedTransaction> found = readBack.fetch(winner);
    if (found.isEmpty()) {
      book.doubt(intent, List.of("no endpoint returns the finalized transaction"));
    }
    return found.map(transaction -> undertaking.finalized(intent, winner, transaction));
  }

  private void finish(List<T> finalized) {
    if (!finalized.isEmpty()) {
      undertaking.finish(finalized);
      finalized.forEach(sending::settled);
    }
  }
}
