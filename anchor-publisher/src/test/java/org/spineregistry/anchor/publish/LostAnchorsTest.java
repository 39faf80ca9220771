package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.event.IntentState.FINALIZED;
import static org.spineregistry.event.IntentState.SIGNED;

import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.solana.rpc.Failures;

/**
 * Transactions that are lost, late, expired or forked away: signed again only when nothing can hold
 * the first.
 */
class LostAnchorsTest {
  private final Bench bench = new Bench();

  @Test
  void aLostTransactionIsSentAgainWithTheSameBytes() {
    bench.chain.drop(2); // both endpoints lose it
    bench.deliver(1);
    bench.steps(60, 1);

    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.intent(1).getAttempts()).hasSize(1);
    assertThat(bench.metrics.get("spine.anchor.resent").counter().count()).isPositive();
  }

  @Test
  void anExpiredTransactionIsSignedAgainOnceNoBlockCanHoldIt() {
    bench.chain.drop(1_000);
    bench.deliver(1);
    bench.steps(FakeChain.LIFE + FakeChain.FINAL, 1);
    assertThat(bench.intent(1).getAttempts()).as("not yet, the last block is not final").hasSize(1);

    bench.steps(2, 1);
    assertThat(bench.intent(1).getAttempts()).hasSize(2);

    bench.chain.drop(0);
    bench.steps(60, 1);
    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.memos(1)).isOne();
    assertThat(bench.metrics.get("spine.anchor.attempts").counter().count()).isEqualTo(2);
  }

  @Test
  void aTransactionThatLandsInTheLastValidBlockIsTheAnchor() {
    bench.chain.hold(1, FakeChain.LIFE);
    bench.b.down(Failures::noAnswer); // one copy only
    bench.deliver(1);
    bench.steps(FakeChain.LIFE, 1);
    bench.b.down(null);
    bench.steps(120, 1);

    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.intent(1).getAttempts()).hasSize(1);
    assertThat(bench.memos(1)).isOne();
  }

  @Test
  void anExpiredIntentWaitsWhileAnEndpointIsSilentAndSaysWhy() {
    bench.deliver(1);
    bench.chain.drop(1_000);
    bench.step(1);
    bench.b.down(Failures::noAnswer);
    bench.steps(300, 1);

    assertThat(bench.intent(1).getAttempts()).hasSize(1);
    assertThat(bench.doubts(1)).singleElement().asString().contains("b is silent");

    bench.b.down(null);
    bench.chain.drop(0);
    bench.steps(150, 1);
    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.memos(1)).isOne();
  }

  @Test
  void anAnswerFromBehindProvesNothing() {
    bench.b.statusLag(40); // its height is new, its statuses are old
    bench.a.down(Failures::noAnswer);
    bench.chain.hold(1, FakeChain.LIFE - 1);
    bench.deliver(1);
    bench.a.down(null);
    bench.a.statusLag(40);
    bench.steps(FakeChain.LIFE + FakeChain.FINAL + 30, 1);

    assertThat(bench.intent(1).getAttempts()).hasSize(1);
    bench.steps(60, 1);
    assertThat(bench.memos(1)).isOne();
  }

  @Test
  void aNodeThatForgotCannotSayNever() {
    bench.chain.drop(1_000);
    bench.deliver(1);
    bench.step(1);
    bench.b.prune();
    bench.steps(250, 1);

    assertThat(bench.intent(1).getAttempts()).hasSize(1);
    assertThat(bench.doubts(1)).anyMatch(doubt -> doubt.contains("no history before"));
  }

  @Test
  void aForkThatDropsATransactionIsNoReasonToSignAgain() {
    bench.deliver(1);
    bench.steps(10, 1);
    bench.chain.fork(8);
    bench.steps(3, 1);
    assertThat(bench.intent(1).getAttempts()).hasSize(1);
    assertThat(bench.state(1)).isEqualTo(SIGNED);

    bench.steps(60, 1);
    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.memos(1)).isOne();
  }

  @Test
  void aForkThatTakesTheBlockhashAwayEndsInASecondSignature() {
    bench.deliver(1);
    bench.steps(10, 1);
    bench.chain.fork(20);
    bench.steps(250, 1);

    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.intent(1).getAttempts()).hasSize(2);
    assertThat(bench.memos(1)).isOne();
  }
}
