package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spineregistry.event.IntentState.FAILED;
import static org.spineregistry.event.IntentState.FINALIZED;
import static org.spineregistry.event.IntentState.QUEUED;
import static org.spineregistry.event.IntentState.SIGNED;

import java.util.List;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.solana.rpc.Failures;

/** The protocol of anchoring, on a chain that the test moves. */
class OpenAnchorsTest {
  private final Bench bench = new Bench();

  @Test
  void anchorsACertificateAndTellsOfItWhenItIsFinal() {
    bench.deliver(1);
    bench.step(1);
    assertThat(bench.state(1)).isEqualTo(SIGNED);

    bench.step(FakeChain.FINAL - 2);
    bench.step(1);
    assertThat(bench.log.finalized).as("confirmed is not final").isEmpty();

    bench.steps(2, 1);
    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.log.finalized).hasSize(1);
    assertThat(bench.memos(1)).isOne();
  }

  @Test
  void theEventCarriesTheReceiptAndTheBytesThatWereReadBack() {
    bench.deliver(1);
    bench.steps(40, 1);

    AnchorFinalized event = bench.log.finalized.get(0);
    AnchorReceipt receipt = event.getReceipt();
    assertThat(event.getSubject()).isEqualTo(Certified.digest(1));
    assertThat(event.getCertifiedAt()).isEqualTo(Certified.AT);
    assertThat(event.getCauseId()).isEqualTo("completed-1");
    assertThat(event.getTransaction())
        .isEqualTo(bench.intent(1).getAttempts().get(0).getTransaction());
    assertThat(receipt.getMemo()).isEqualTo("spine1:d:" + Certified.digest(1));
    assertThat(receipt.getPublisher()).isEqualTo(bench.key.address().base58());
    assertThat(receipt.getGenesisHash()).isEqualTo(bench.chain.genesisHash());
    assertThat(receipt.getSlot()).isEqualTo(1000);
  }

  @Test
  void theIntentIsStoredBeforeAnythingIsSent() {
    bench.start(
        List.of(bench.a, bench.b), new RefusingLog(bench.log.session(), RefusingLog.Method.SAVE));
    bench.deliver(1);

    assertThatThrownBy(() -> bench.step(1)).isInstanceOf(RefusingLog.Refused.class);

    assertThat(bench.chain.transactions()).isZero();
    assertThat(bench.state(1))
        .as("nothing is taken for done that was not committed")
        .isEqualTo(QUEUED);
  }

  @Test
  void manyCertificatesShareOneCommit() {
    bench.deliver(1, 2, 3, 4, 5);
    bench.steps(45, 1);

    assertThat(bench.log.finalized).hasSize(5);
    for (int n = 1; n <= 5; n++) {
      assertThat(bench.memos(n)).isOne();
    }
  }

  @Test
  void aRestartedProcessGoesOnWithTheAttemptThatWasStored() {
    bench.deliver(1);
    bench.step(1);
    bench.start();
    bench.steps(60, 1);

    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.intent(1).getAttempts()).hasSize(1);
    assertThat(bench.memos(1)).isOne();
  }

  @Test
  void anOlderProcessIsRefusedWhenItWritesAndHarmlessWhenItSends() {
    bench.deliver(1);
    OpenAnchors zombie = bench.anchors;
    bench.start();

    assertThatThrownBy(zombie::step).isInstanceOf(ProducerFencedException.class);

    bench.steps(60, 1);
    assertThat(bench.memos(1)).isOne();
    assertThat(bench.log.finalized).hasSize(1);
  }

  @Test
  void aKnownSubjectIsNothingNew() {
    bench.deliver(1);
    bench.deliver(1, 1);
    bench.steps(60, 1);
    bench.deliver(1);
    bench.start();
    bench.deliver(1);
    bench.steps(60, 1);

    assertThat(bench.memos(1)).isOne();
    assertThat(bench.log.finalized).hasSize(1);
  }

  @Test
  void nothingIsSignedThatCouldNotPay() {
    bench.chain.balance(
        890_880 + 5_059); // rent of an empty account, and one lamport less than the fee
    bench.deliver(1);
    bench.steps(5, 1);

    assertThat(bench.state(1)).isEqualTo(QUEUED);
    assertThat(bench.doubts(1)).containsExactly("the fee payer has too few lamports");
    assertThat(bench.payer.poor()).isTrue();

    bench.chain.balance(890_880 + 5_060);
    bench.steps(60, 1);
    assertThat(bench.state(1)).isEqualTo(FINALIZED);
  }

  @Test
  void aFailingSimulationKeepsTheIntentUnsignedAndSaysWhy() {
    bench.a.simulationFails("{\"InstructionError\":[2,\"ComputationalBudgetExceeded\"]}");
    bench.deliver(1);
    bench.steps(3, 1);

    assertThat(bench.state(1)).isEqualTo(QUEUED);
    assertThat(bench.doubts(1)).singleElement().asString().contains("ComputationalBudgetExceeded");

    bench.a.simulationFails(null);
    bench.steps(60, 1);
    assertThat(bench.state(1)).isEqualTo(FINALIZED);
  }

  /**
   * A transaction that failed on the chain is no anchor, and neither sent nor signed again by
   * itself.
   */
  @Test
  void aFailedAnchorIsTriedAgainWhenAnOperatorAsks() {
    bench.chain.fail(1);
    bench.deliver(1);
    bench.steps(200, 1);
    assertThat(bench.state(1)).isEqualTo(FAILED);
    assertThat(bench.memos(1)).isZero();
    assertThat(bench.log.finalized).isEmpty();

    bench.anchors.retry(Certified.digest(1));
    bench.start();
    bench.steps(60, 1);

    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.intent(1).getAttempts()).hasSize(2);
    assertThat(bench.intent(1).getAttempts().get(0).getError()).contains("Custom");
    assertThat(bench.memos(1)).isOne();
    assertThat(bench.log.finalized).hasSize(1);
    bench.anchors.retry(Certified.digest(1));
    bench.anchors.retry(Certified.digest(2));
    assertThat(bench.state(1)).as("only what failed is tried again").isEqualTo(FINALIZED);
  }

  @Test
  void theMetricsMove() {
    bench.deliver(1, 2);
    assertThat(pending("queued")).isEqualTo(2);
    bench.step(1);
    assertThat(pending("queued")).isZero();
    assertThat(pending("signed")).isEqualTo(2);
    bench.steps(60, 1);
    assertThat(pending("signed")).isZero();
    assertThat(bench.metrics.get("spine.anchor").timer().count()).isEqualTo(2);
    assertThat(
            bench
                .metrics
                .get("spine.anchor")
                .timer()
                .totalTime(java.util.concurrent.TimeUnit.SECONDS))
        .isGreaterThan(20);
    assertThat(bench.metrics.get("spine.anchor.fee.payer.lamports").gauge().value())
        .isEqualTo(1_000_000_000);
  }

  @Test
  void failedCallsAreCountedByEndpoint() {
    bench.b.down(Failures::noAnswer);
    bench.deliver(1);
    bench.steps(10, 1);

    assertThat(bench.metrics.get("spine.solana.errors").tag("endpoint", "b").counter().count())
        .isPositive();
    assertThat(bench.metrics.get("spine.solana.errors").tag("endpoint", "a").counter().count())
        .isZero();
  }

  private double pending(String state) {
    return bench.metrics.get("spine.anchor.pending").tag("state", state).gauge().value();
  }
}
