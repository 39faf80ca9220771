package org.spineregistry.anchor.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.IntentState;
import org.spineregistry.solana.finality.Attempt;

class IntentsTest {
  private static final Instant LATER = Certified.AT.plusSeconds(9);
  private static final AnchorIntent QUEUED =
      Intents.queued(Certified.subject(1), "genesis", Certified.AT.plusSeconds(1));
  private static final AnchorIntent SIGNED = Intents.signed(QUEUED, attempt("first"), LATER);
  private static final AnchorIntent TWICE = Intents.signed(SIGNED, attempt("second"), LATER);
  private static final AnchorIntent FINALIZED =
      Intents.finalized(TWICE, receipt("first", "genesis", QUEUED.getMemo()), LATER);
  private static final AnchorIntent FAILED =
      Intents.failed(SIGNED, "first", "\"AccountNotFound\"", LATER);

  @Test
  void aQueuedIntentSaysWhatWillStandOnTheChainAndWhy() {
    assertThat(QUEUED.getState()).isEqualTo(IntentState.QUEUED);
    assertThat(QUEUED.getSubject()).isEqualTo(Certified.digest(1));
    assertThat(QUEUED.getMemo()).isEqualTo("spine1:d:" + Certified.digest(1));
    assertThat(QUEUED.getCycleId()).isEqualTo(Certified.cycleId(1));
    assertThat(QUEUED.getCauseId()).isEqualTo("completed-1");
    assertThat(QUEUED.getGenesisHash()).isEqualTo("genesis");
    assertThat(QUEUED.getQueuedAt()).isEqualTo(Certified.AT);
    assertThat(QUEUED.getUpdatedAt()).isEqualTo(Certified.AT.plusSeconds(1));
    assertThat(QUEUED.getAttempts()).isEmpty();
  }

  @Test
  void everyAttemptIsKeptNewestLast() {
    assertThat(TWICE.getState()).isEqualTo(IntentState.SIGNED);
    assertThat(TWICE.getAttempts())
        .extracting(AnchorAttempt::getSignature)
        .containsExactly("first", "second");
    assertThat(Intents.newest(TWICE).getSignature()).isEqualTo("second");
    assertThat(SIGNED.getAttempts()).hasSize(1);
  }

  @Test
  void anEarlierAttemptMayBeTheOneThatLanded() {
    assertThat(FINALIZED.getState()).isEqualTo(IntentState.FINALIZED);
    assertThat(FINALIZED.getReceipt().getSignature()).isEqualTo("first");
    assertThat(FINALIZED.getAttempts()).hasSize(2);
  }

  @Test
  void aFailedIntentKeepsTheErrorAndTheAttempt() {
    assertThat(FAILED.getState()).isEqualTo(IntentState.FAILED);
    assertThat(FAILED.getError()).isEqualTo("\"AccountNotFound\"");
    assertThat(FAILED.getReceipt()).isNull();
    assertThat(FAILED.getAttempts()).hasSize(1);
  }

  @Test
  void onlyQueuedAndSignedIntentsAreOpen() {
    assertThat(Stream.of(QUEUED, SIGNED, FINALIZED, FAILED).map(Intents::isOpen))
        .containsExactly(true, true, false, false);
  }

  /** Which of sign, finalize, fail are possible in which state; everything else is refused. */
  static List<Arguments> transitions() {
    return List.of(
        Arguments.of(QUEUED, true, false, false),
        Arguments.of(SIGNED, true, true, true),
        Arguments.of(TWICE, true, true, true),
        Arguments.of(FINALIZED, false, false, false),
        Arguments.of(FAILED, false, false, false));
  }

  @ParameterizedTest
  @MethodSource("transitions")
  void onlyTheTransitionsOfTheProtocolExist(
      AnchorIntent intent, boolean sign, boolean finalize, boolean fail) {
    check(sign, intent, i -> Intents.signed(i, attempt("third"), LATER));
    check(
        finalize,
        intent,
        i -> Intents.finalized(i, receipt("first", "genesis", i.getMemo()), LATER));
    check(fail, intent, i -> Intents.failed(i, "first", "err", LATER));
  }

  @Test
  void theSameAttemptIsNotSignedTwice() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Intents.signed(SIGNED, attempt("first"), LATER));
  }

  @Test
  void aReceiptMustBelongToTheIntent() {
    for (AnchorReceipt foreign :
        List.of(
            receipt("other", "genesis", SIGNED.getMemo()),
            receipt("first", "other", SIGNED.getMemo()),
            receipt("first", "genesis", "spine1:d:" + Certified.digest(2)))) {
      assertThatIllegalStateException().isThrownBy(() -> Intents.finalized(SIGNED, foreign, LATER));
    }
  }

  @Test
  void aFailedIntentIsQueuedAgainWithoutItsFailedAttempt() {
    AnchorIntent again = Intents.requeued(FAILED, LATER);

    assertThat(again.getState()).isEqualTo(IntentState.QUEUED);
    assertThat(again.getError()).isNull();
    assertThat(again.getAttempts()).hasSize(1);
    assertThat(Intents.attempts(again)).isEmpty();
    for (AnchorIntent other : List.of(QUEUED, SIGNED, FINALIZED)) {
      assertThatIllegalStateException().isThrownBy(() -> Intents.requeued(other, LATER));
    }
  }

  @Test
  void whatCannotBeAnchoredFailsWithoutAnAttemptAndAnOperatorMayAskAgain() {
    for (AnchorIntent open : List.of(QUEUED, SIGNED, FAILED)) {
      AnchorIntent barred = Intents.barred(open, "MARKER_EXISTS: why", LATER);
      assertThat(barred.getState()).isEqualTo(IntentState.FAILED);
      assertThat(barred.getError()).isEqualTo("MARKER_EXISTS: why");
      assertThat(barred.getAttempts()).isEqualTo(open.getAttempts());
      assertThat(Intents.requeued(barred, LATER).getError()).isNull();
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> Intents.barred(FINALIZED, "MARKER_EXISTS: why", LATER));
  }

  /** The other attempt could still land: signing at once could anchor twice. */
  @Test
  void whileAnotherAttemptMayLandAFailedIntentIsNotSignedAnew() {
    AnchorIntent again = Intents.requeued(Intents.failed(TWICE, "second", "err", LATER), LATER);

    assertThat(again.getState()).isEqualTo(IntentState.SIGNED);
    assertThat(Intents.attempts(again)).extracting(Attempt::signature).containsExactly("first");
    assertThat(Intents.newest(again).getSignature()).isEqualTo("first");
  }

  private static void check(
      boolean possible, AnchorIntent intent, UnaryOperator<AnchorIntent> transition) {
    if (possible) {
      assertThat(transition.apply(intent).getSubject()).isEqualTo(intent.getSubject());
    } else {
      assertThatIllegalStateException().isThrownBy(() -> transition.apply(intent));
    }
  }

  private static AnchorAttempt attempt(String signature) {
    return AnchorAttempt.newBuilder()
        .setSignature(signature)
        .setTransaction("AA==")
        .setPublisher("publisher")
        .setSignedAtSlot(5)
        .setLastValidBlockHeight(155)
        .build();
  }

  private static AnchorReceipt receipt(String signature, String genesis, String memo) {
    return AnchorReceipt.newBuilder()
        .setGenesisHash(genesis)
        .setPublisher("publisher")
        .setSignature(signature)
        .setSlot(7)
        .setBlockTime(null)
        .setMemo(memo)
        .build();
  }
}
