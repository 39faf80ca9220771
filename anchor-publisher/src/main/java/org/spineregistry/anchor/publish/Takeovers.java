package org.spineregistry.anchor.publish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.publish.EarlierAnchors.Finding;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Address;

/**
 * Takes over the first anchor of a digest where its marker stands, instead of making a second one.
 * The first anchor becomes an attempt of the intent like any other: whether it is final is asked of
 * the endpoints, it is read back and compared, and only then told.
 */
final class Takeovers {
  /** Code of an intent that cannot be anchored, and whose first anchor nobody has. */
  static final String MARKER_EXISTS = "MARKER_EXISTS";

  private static final Logger LOGGER = LoggerFactory.getLogger(Takeovers.class);

  private final EarlierAnchors earlier;
  private final Marking marking;
  private final IntentBook<Tracked> book;
  private final IntentLog log;
  private final Clock clock;

  Takeovers(
      EarlierAnchors earlier,
      Marking marking,
      IntentBook<Tracked> book,
      IntentLog log,
      Clock clock) {
    this.earlier = earlier;
    this.marking = marking;
    this.book = book;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Looks for the markers of intents before they are signed, and stores what came out.
   *
   * @param unsigned open ones, none of whose attempts can land any more
   * @return those that may be signed
   */
  List<Tracked> free(List<Tracked> unsigned) {
    List<Tracked> marked = unsigned.stream().filter(t -> marking.covers(t.intent())).toList();
    if (marked.isEmpty()) {
      return unsigned;
    }
    List<Tracked> free = new ArrayList<>(unsigned);
    List<Tracked> changed = new ArrayList<>();
    List<Finding> findings = earlier.look(marked.stream().map(Tracked::intent).toList());
    for (int i = 0; i < marked.size(); i++) {
      if (!(findings.get(i) instanceof Finding.Free)) {
        free.remove(marked.get(i));
        settle(marked.get(i), findings.get(i), changed);
      }
    }
    if (!changed.isEmpty()) {
      log.save(changed);
      changed.forEach(book::put);
    }
    return free;
  }

  private void settle(Tracked open, Finding finding, List<Tracked> changed) {
    if (finding instanceof Finding.Unclear unclear) {
      book.doubt(open, List.of(unclear.why()));
    } else if (finding instanceof Finding.Lost) {
      changed.add(open.with(barred(open.intent(), earlier.marker(open.intent()))));
    } else if (finding instanceof Finding.Found found && knows(open, found.first())) {
      book.doubt(open, List.of("endpoints contradict each other about the transaction's status"));
    } else if (finding instanceof Finding.Found found) {
      changed.add(open.with(takenOver(open.intent(), found.first())));
    }
  }

  private static boolean knows(Tracked open, AnchorAttempt attempt) {
    return Intents.attemptOf(open.intent(), attempt.getSignature()) != null;
  }

  /**
   * What becomes of an intent whose attempt failed on the chain.
   *
   * @param failed not stored yet
   * @param signature of the attempt
   * @return the same, unless it failed because its marker exists
   */
  Tracked afterFailure(Tracked failed, String signature) {
    AnchorAttempt attempt = Intents.attemptOf(failed.intent(), signature);
    if (!Marker.exists(attempt.getError())) {
      return failed;
    }
    // of the key that signed it, which may not be the one that signs now
    Marker marker =
        Marker.of(new Address(attempt.getPublisher()), Memo.parse(failed.intent().getMemo()));
    if (!(earlier.search(failed.intent(), marker) instanceof Finding.Found found)) {
      return failed.with(barred(failed.intent(), marker));
    }
    AnchorIntent open = Intents.requeued(failed.intent(), clock.instant());
    return failed.with(knows(failed, found.first()) ? open : takenOver(open, found.first()));
  }

  private AnchorIntent takenOver(AnchorIntent intent, AnchorAttempt first) {
    LOGGER
        .atWarn()
        .addKeyValue("subject", intent.getSubject())
        .addKeyValue("signature", first.getSignature())
        .log("an earlier anchor is taken over, of which the intent log knows nothing");
    return Intents.signed(intent, first, clock.instant());
  }

  private AnchorIntent barred(AnchorIntent intent, Marker marker) {
    LOGGER
        .atError()
        .addKeyValue("subject", intent.getSubject())
        .addKeyValue("marker", marker.address())
        .addKeyValue("code", MARKER_EXISTS)
        .log("the marker exists and no endpoint has the transaction that made it");
    return Intents.barred(
        intent,
        MARKER_EXISTS
            + ": marker "
            + marker.address()
            + " exists, so an earlier transaction anchored this digest; no endpoint has it",
        clock.instant());
  }
}
