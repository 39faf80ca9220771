package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.FakeClock;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.IntentBook.Entry;
import org.spineregistry.anchor.protocol.IntentBook.Filter;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.IntentState;

class IntentBookTest {
  private static final Duration STUCK = Duration.ofMinutes(5);

  private final FakeClock clock = new FakeClock(Certified.AT.plusSeconds(3));
  private final IntentBook<Tracked> book = new IntentBook<>(clock, STUCK);

  @Test
  void anIntentIsInOnePlaceAtATime() {
    Tracked queued = queued(1);
    book.put(queued);
    assertThat(counts()).containsExactly(1, 0, 0, 0);

    Tracked signed = signed(queued);
    book.put(signed);
    assertThat(counts()).containsExactly(1, 0, 0, 0);
    assertThat(book.open(IntentState.QUEUED)).isEmpty();
    assertThat(book.open(IntentState.SIGNED)).containsExactly(signed);

    book.put(finalized(signed));
    assertThat(counts()).containsExactly(0, 0, 0, 1);
    assertThat(book.knows(queued.subject())).isTrue();
  }

  @Test
  void aFailedIntentIsKnownAndNotOpen() {
    Tracked signed = signed(queued(1));
    book.put(signed.with(Intents.failed(signed.intent(), "signature", "err", clock.instant())));

    assertThat(counts()).containsExactly(0, 0, 1, 0);
    assertThat(book.knows(signed.subject())).isTrue();
  }

  @Test
  void anOpenIntentIsStuckAfterAWhileHoweverOftenItChanged() {
    Tracked queued = queued(1);
    book.put(queued);
    clock.advance(STUCK);
    book.put(signed(queued));
    assertThat(book.count(Filter.STUCK)).isZero();

    clock.advance(Duration.ofMillis(1));
    assertThat(book.count(Filter.STUCK)).isOne();
    assertThat(book.page(Filter.STUCK, null, 10)).hasSize(1);

    book.put(finalized(signed(queued)));
    assertThat(book.count(Filter.STUCK)).isZero();
  }

  @Test
  void anOldCycleThatArrivesLateIsNotStuckAtOnceButARestoredOneKeepsItsAge() {
    clock.advance(Duration.ofDays(1));
    book.put(queued(1));
    assertThat(book.count(Filter.STUCK)).isZero();

    IntentBook<Tracked> restored = new IntentBook<>(clock, STUCK);
    restored.restore(List.of(queued(1)));
    assertThat(restored.count(Filter.STUCK)).isOne();
  }

  @Test
  void doubtsStayUntilTheNextChange() {
    Tracked queued = queued(1);
    book.put(queued);
    book.doubt(queued, List.of("b is silent"));
    assertThat(book.find(queued.subject()).orElseThrow().doubts()).containsExactly("b is silent");

    book.put(signed(queued));
    assertThat(book.find(queued.subject()).orElseThrow().doubts()).isEmpty();
  }

  @Test
  void pagesCoverEverythingOnceInOrder() {
    IntStream.rangeClosed(1, 25).forEach(n -> book.put(queued(n)));

    List<String> seen = new ArrayList<>();
    List<Entry<Tracked>> page = book.page(Filter.OPEN, null, 10);
    while (!page.isEmpty()) {
      page.forEach(entry -> seen.add(entry.tracked().subject()));
      page = book.page(Filter.OPEN, seen.get(seen.size() - 1), 10);
    }

    assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theClusterIsThatOfTheIntentsSoFar() {
    assertThat(book.genesisHash()).isNull();
    book.put(finalized(signed(queued(1))));
    assertThat(book.genesisHash()).isEqualTo("genesis");
  }

  private List<Integer> counts() {
    return List.of(
        book.count(Filter.OPEN),
        book.count(Filter.STUCK),
        book.count(Filter.FAILED),
        book.count(Filter.FINALIZED));
  }

  private Tracked queued(int n) {
    return new Tracked(Intents.queued(Certified.subject(n), "genesis", clock.instant()), null);
  }

  private Tracked signed(Tracked queued) {
    AnchorAttempt attempt =
        AnchorAttempt.newBuilder()
            .setSignature("signature")
            .setTransaction("AA==")
            .setPublisher("publisher")
            .setSignedAtSlot(1)
            .setLastValidBlockHeight(151)
            .build();
    return queued.with(Intents.signed(queued.intent(), attempt, clock.instant()));
  }

  private Tracked finalized(Tracked signed) {
    AnchorReceipt receipt =
        AnchorReceipt.newBuilder()
            .setGenesisHash("genesis")
            .setPublisher("publisher")
            .setSignature("signature")
            .setSlot(2)
            .setBlockTime(null)
            .setMemo(signed.intent().getMemo())
            .build();
    return signed.with(Intents.finalized(signed.intent(), receipt, clock.instant()));
  }
}
