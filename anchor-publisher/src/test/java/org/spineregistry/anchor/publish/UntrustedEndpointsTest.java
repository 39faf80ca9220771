package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.event.IntentState.FAILED;
import static org.spineregistry.event.IntentState.FINALIZED;
import static org.spineregistry.event.IntentState.SIGNED;

import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.solana.rpc.Failures;
import org.spineregistry.solana.rpc.FinalizedTransaction;

/**
 * Endpoints that fail, lie, or tell of a failure: what they say is an anchor only when the bytes
 * say so.
 */
class UntrustedEndpointsTest {
  private final Bench bench = new Bench();

  @Test
  void aTransactionThatFailsOnChainIsNeverAnAnchor() {
    bench.chain.fail(1);
    bench.deliver(1);
    bench.steps(60, 1);

    assertThat(bench.state(1)).isEqualTo(FAILED);
    assertThat(bench.intent(1).getError()).contains("InstructionError");
    assertThat(bench.log.finalized).isEmpty();
    assertThat(bench.metrics.get("spine.anchor.failed").gauge().value()).isEqualTo(1);
  }

  @Test
  void aCutConnectionAfterExecutionCostsNoSecondAnchor() {
    bench.a.loseAnswers(Failures::noAnswer);
    bench.b.loseAnswers(Failures::noAnswer);
    bench.deliver(1);
    bench.steps(80, 1);

    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.memos(1)).isOne();
  }

  @Test
  void otherBytesThanSignedAreNeverAnAnchorAndTheirEndpointIsNotAskedAgain() {
    bench.a.lies(tx -> changed(tx));
    bench.b.down(Failures::noAnswer);
    bench.deliver(1);
    bench.steps(60, 1);
    assertThat(bench.state(1)).isEqualTo(SIGNED);
    assertThat(bench.cluster.condition().get("a")).contains("other bytes");
    int asked = bench.a.calls();

    bench.b.down(null);
    bench.steps(120, 1);
    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.a.calls()).isEqualTo(asked);
  }

  @Test
  void anEndpointThatContradictsItselfAboutAFailureIsNotBelieved() {
    bench.a.lies(tx -> new FinalizedTransaction(tx.slot(), null, "\"Err\"", tx.base64()));
    bench.deliver(1);
    bench.steps(60, 1);

    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.cluster.condition().get("a")).contains("did not fail");
  }

  @Test
  void everyEndpointIsSentTheTransaction() {
    bench.a.down(Failures::noAnswer);
    bench.deliver(1);
    bench.steps(60, 1);

    assertThat(bench.state(1)).as("one endpoint that works is enough").isEqualTo(FINALIZED);
  }

  @Test
  void nothingIsGuessedWhileAllEndpointsAreAway() {
    bench.deliver(1);
    bench.step(1);
    bench.a.down(() -> Failures.rateLimited(Duration.ofSeconds(3)));
    bench.b.down(Failures::noAnswer);
    bench.steps(900, 1);

    assertThat(bench.state(1)).isEqualTo(SIGNED);
    assertThat(bench.intent(1).getAttempts()).hasSize(1);
    assertThat(bench.book.count(IntentBook.Filter.STUCK)).isOne();

    bench.a.down(null);
    bench.b.down(null);
    bench.steps(100, 1);
    assertThat(bench.state(1)).isEqualTo(FINALIZED);
    assertThat(bench.memos(1)).isOne();
    assertThat(bench.book.count(IntentBook.Filter.STUCK)).isZero();
  }

  private static FinalizedTransaction changed(FinalizedTransaction tx) {
    byte[] bytes = tx.bytes();
    bytes[bytes.length - 1] ^= 1;
    return new FinalizedTransaction(
        tx.slot(), null, null, Base64.getEncoder().encodeToString(bytes));
  }
}
