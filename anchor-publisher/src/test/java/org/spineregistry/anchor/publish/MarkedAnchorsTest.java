package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.event.IntentState.FAILED;
import static org.spineregistry.event.IntentState.FINALIZED;
import static org.spineregistry.event.IntentState.QUEUED;
import static org.spineregistry.event.IntentState.SIGNED;

import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.intent.AnchorProofs;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.rpc.Failures;

/** Batches that leave a marker, and a publisher whose log was lost. */
class MarkedAnchorsTest {
  private static final long FEE = 5_060;
  private static final long RENT_OF_ONE_BYTE = 897_840;

  private final Bench bench = new Bench();

  @BeforeEach
  void mark() {
    bench.marking = Marking.BATCHES;
    bench.start();
  }

  private static AnchorTransaction newest(AnchorIntent intent) {
    String transaction = intent.getAttempts().get(intent.getAttempts().size() - 1).getTransaction();
    return AnchorTransactionParser.parse(Base64.getDecoder().decode(transaction));
  }

  private String markerOf(Memo memo) {
    return Marker.of(bench.key.address(), memo).address().base58();
  }

  @Test
  void theSettingSaysWhichAnchorsLeaveAMarker() {
    bench.deliver(1);
    Memo batch = bench.deliverBatch(1);
    bench.steps(60, 1);

    assertThat(newest(bench.intent(1)).marker()).isEmpty();
    assertThat(newest(bench.intent(batch)).marker())
        .contains(Marker.of(bench.key.address(), batch));
    assertThat(bench.intent(batch).getState()).isEqualTo(FINALIZED);

    bench.marking = Marking.ALL;
    bench.start();
    bench.deliver(2);
    bench.steps(60, 1);
    assertThat(newest(bench.intent(2)).marker()).isPresent();
    assertThat(AnchorProofs.of(bench.intent(2)).orElseThrow().chain().marker())
        .isEqualTo(markerOf(new Memo.Dataset(bench.intent(2).getSubject())));
    assertThat(AnchorProofs.of(bench.intent(1)).orElseThrow().chain().marker()).isNull();
  }

  @Test
  void aLostLogDoesNotMakeASecondAnchorButTakesOverTheFirst() {
    Memo batch = bench.deliverBatch(1);
    bench.steps(60, 1);
    AnchorIntent first = bench.intent(batch);

    bench.loseLog();
    bench.deliverBatch(1);
    bench.steps(3, 1);

    AnchorIntent second = bench.intent(batch);
    assertThat(second.getState()).isEqualTo(FINALIZED);
    assertThat(second.getReceipt()).isEqualTo(first.getReceipt());
    assertThat(bench.memos(batch)).isOne();
    assertThat(bench.chain.transactions()).as("nothing was even sent").isOne();
    assertThat(bench.log.finalized)
        .hasSize(2)
        .extracting(event -> event.getReceipt().getSignature())
        .containsOnly(first.getReceipt().getSignature());
    assertThat(bench.metrics.get("spine.anchor.attempts").counter().count()).isZero();
  }

  @Test
  void whatTheLostPublisherHadOnTheWayIsTakenOverWhenTheSecondFails() {
    Memo batch = bench.deliverBatch(1);
    bench.step(1); // landed, not final: its marker does not stand yet
    bench.loseLog();
    bench.deliverBatch(1);
    bench.step(1);
    assertThat(bench.intent(batch).getState()).isEqualTo(SIGNED);
    bench.steps(60, 1);

    AnchorIntent intent = bench.intent(batch);
    assertThat(intent.getState()).isEqualTo(FINALIZED);
    assertThat(intent.getAttempts()).hasSize(2);
    assertThat(intent.getAttempts().get(0).getError()).contains("\"Custom\":0");
    assertThat(intent.getReceipt().getSignature())
        .isEqualTo(intent.getAttempts().get(1).getSignature());
    assertThat(intent.getError()).isNull();
    assertThat(bench.memos(batch)).isOne();
    assertThat(bench.chain.failed()).isOne();
    assertThat(bench.log.finalized).hasSize(1);
  }

  @Test
  void aMarkerWhoseTransactionNobodyHasIsAFailureWithItsCodeUntilSomebodyHasIt() {
    Memo batch = bench.deliverBatch(1);
    bench.steps(60, 1);
    bench.loseLog();
    bench.a.prune();
    bench.b.prune();
    bench.deliverBatch(1);
    bench.steps(3, 1);

    AnchorIntent barred = bench.intent(batch);
    assertThat(barred.getState()).isEqualTo(FAILED);
    assertThat(barred.getError()).startsWith("MARKER_EXISTS: ").contains(markerOf(batch));
    assertThat(barred.getReceipt()).isNull();
    assertThat(bench.chain.transactions()).isOne();

    bench.b.remember();
    bench.anchors.retry(batch.digest());
    bench.steps(3, 1);
    assertThat(bench.intent(batch).getState()).isEqualTo(FINALIZED);
    assertThat(bench.intent(batch).getError()).isNull();
  }

  @Test
  void aFailureOnTheChainNamesTheMarkerWhenItsTransactionIsNotFound() {
    Memo batch = bench.deliverBatch(1);
    bench.step(1);
    bench.loseLog();
    bench.deliverBatch(1);
    bench.step(1);
    bench.a.prune();
    bench.b.prune();
    bench.steps(60, 1);

    AnchorIntent failed = bench.intent(batch);
    assertThat(failed.getState()).isEqualTo(FAILED);
    assertThat(failed.getError()).startsWith("MARKER_EXISTS: ");
    assertThat(failed.getAttempts().get(0).getError()).contains("\"Custom\":0");
    assertThat(bench.log.finalized).isEmpty();
  }

  @Test
  void aProcessThatDiesBetweenTakingOverAndTellingIsFollowedByOneThatTells() {
    Memo batch = bench.deliverBatch(1);
    bench.steps(60, 1);
    bench.loseLog();
    bench.deliverBatch(1);
    bench.step(1);
    assertThat(bench.intent(batch).getState()).isEqualTo(SIGNED);

    bench.start();
    bench.steps(3, 1);
    assertThat(bench.intent(batch).getState()).isEqualTo(FINALIZED);
    assertThat(bench.chain.transactions()).isOne();
  }

  @Test
  void anotherErrorIsNoMarker() {
    bench.chain.fail(1);
    Memo batch = bench.deliverBatch(1);
    bench.steps(60, 1);

    assertThat(bench.intent(batch).getState()).isEqualTo(FAILED);
    assertThat(bench.intent(batch).getError()).doesNotContain("MARKER_EXISTS");
  }

  @Test
  void aMarkerByOneEndpointsWordFailsNothingAndSignsNothing() {
    Memo.Batch batch = new Memo.Batch(bench.deliverBatch(1).digest(), 3);
    bench.a.invents(Marker.of(bench.key.address(), batch).address());
    bench.steps(3, 1);

    assertThat(bench.intent(batch).getState()).isEqualTo(QUEUED);
    assertThat(bench.doubts(batch))
        .singleElement()
        .asString()
        .contains(markerOf(batch), "by some endpoint's word");
    assertThat(bench.chain.transactions()).isZero();
  }

  @Test
  void nothingIsSignedWhileNobodyTellsWhetherTheMarkerStands() {
    Memo batch = bench.deliverBatch(1);
    bench.a.down(Failures::noAnswer);
    bench.b.down(Failures::noAnswer);
    bench.steps(3, 1);
    assertThat(bench.intent(batch).getState()).isEqualTo(QUEUED);
    assertThat(bench.doubts(batch)).containsExactly("no endpoint answers");

    bench.a.down(null);
    bench.steps(100, 1);
    bench.b.down(null);
    bench.steps(100, 1);
    assertThat(bench.intent(batch).getState()).isEqualTo(FINALIZED);
    assertThat(bench.memos(batch)).isOne();
  }

  @Test
  void theRentIsPaidForBeforeAnythingIsSigned() {
    bench.chain.balance(890_880 + FEE + RENT_OF_ONE_BYTE - 1);
    Memo batch = bench.deliverBatch(1);
    bench.steps(3, 1);
    assertThat(bench.intent(batch).getState()).isEqualTo(QUEUED);
    assertThat(bench.payer.poor()).isTrue();
    assertThat(bench.doubts(batch)).containsExactly("the fee payer has too few lamports");

    bench.chain.balance(890_880 + FEE + RENT_OF_ONE_BYTE);
    bench.steps(60, 1);
    assertThat(bench.intent(batch).getState()).isEqualTo(FINALIZED);
    assertThat(cost()).isEqualTo(FEE + RENT_OF_ONE_BYTE);
    bench.deliver(1);
    bench.steps(60, 1);
    assertThat(cost()).as("a dataset makes none").isEqualTo(2 * FEE + RENT_OF_ONE_BYTE);
  }

  private double cost() {
    return bench.metrics.get("spine.anchor.cost.lamports").counter().count();
  }

  @Test
  void eachShapeIsSimulatedOnce() {
    bench.deliver(1);
    Memo batch = bench.deliverBatch(1);
    bench.a.simulationFailsAbove(400, "{\"InstructionError\":[3,\"ComputationalBudgetExceeded\"]}");
    bench.steps(60, 1);

    assertThat(bench.state(1)).as("the other shape goes on").isEqualTo(FINALIZED);
    assertThat(bench.intent(batch).getState()).isEqualTo(QUEUED);
    assertThat(bench.doubts(batch)).singleElement().asString().contains("BudgetExceeded");
  }

  @Test
  void theProtocolIsTheSameExpiredIsSignedAgainWithTheMarker() {
    bench.chain.drop(100);
    Memo batch = bench.deliverBatch(1);
    bench.steps(200, 1);
    bench.chain.drop(0);
    bench.steps(60, 1);

    AnchorIntent intent = bench.intent(batch);
    assertThat(intent.getState()).isEqualTo(FINALIZED);
    assertThat(intent.getAttempts()).hasSize(2);
    assertThat(newest(intent).marker()).isPresent();
    assertThat(bench.memos(batch)).isOne();
  }
}
