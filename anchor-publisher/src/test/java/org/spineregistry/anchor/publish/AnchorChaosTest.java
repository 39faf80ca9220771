package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.anchor.fake.Deaths;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.anchor.fake.MortalEndpoint;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.IntentState;
import org.spineregistry.solana.rpc.Failures;

/**
 * Everything at once: lost, late and half-answered transactions, forks, silent endpoints, processes
 * that die at any call and processes that wake up after they were replaced. Whatever happens, a
 * certificate is anchored exactly once.
 */
class AnchorChaosTest {
  private static final int SUBJECTS = 12;
  private static final int TROUBLE = 500;

  private final Bench bench = new Bench();
  private Random random;
  private boolean calm;
  private int deaths;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyCertificateIsAnchoredExactlyOnce(long seed) {
    random = new Random(seed);
    restart();
    for (int round = 0; round < TROUBLE; round++) {
      trouble();
      survive(this::deliverSome);
      survive(() -> bench.step(1 + random.nextInt(6)));
    }
    calm = true;
    heal();
    restart();
    survive(() -> bench.deliver(IntStream.rangeClosed(1, SUBJECTS).toArray()));
    for (int round = 0; round < 200; round++) {
      bench.step(5);
    }

    assertThat(deaths).as("the test does something").isGreaterThan(10);
    for (int n = 1; n <= SUBJECTS; n++) {
      assertThat(bench.memos(n)).as("anchors of certificate %d", n).isOne();
      assertThat(bench.state(n)).isEqualTo(IntentState.FINALIZED);
    }
    assertThat(bench.log.finalized)
        .extracting(AnchorFinalized::getSubject)
        .doesNotHaveDuplicates()
        .hasSize(SUBJECTS);
  }

  private void deliverSome() {
    bench.deliver(1 + random.nextInt(SUBJECTS), 1 + random.nextInt(SUBJECTS));
  }

  /** One round in three brings some trouble, or ends it. */
  private void trouble() {
    switch (random.nextInt(24)) {
      case 0 -> bench.chain.drop(random.nextInt(8));
      case 1 -> bench.chain.hold(1 + random.nextInt(4), random.nextInt(FakeChain.LIFE));
      case 2 -> bench.chain.fork(random.nextInt(FakeChain.FINAL));
      case 3 -> bench.a.down(Failures::noAnswer);
      case 4 -> bench.b.down(() -> Failures.rateLimited(Duration.ofSeconds(2)));
      case 5 -> bench.b.statusLag(random.nextInt(60));
      case 6 -> bench.a.loseAnswers(Failures::noAnswer);
      case 7, 8, 9, 10 -> heal();
      case 11 -> bench.chain.advance(random.nextInt(200)); // a blackout
      default -> {}
    }
  }

  private void heal() {
    bench.a.down(null);
    bench.b.down(null);
    bench.a.loseAnswers(null);
    bench.b.statusLag(0);
  }

  /**
   * A process that dies leaves what was committed; the next one goes on from there, and sometimes
   * the dead one wakes up.
   */
  private void survive(Runnable work) {
    try {
      work.run();
    } catch (Deaths.Death death) {
      deaths++;
      OpenAnchors dead = bench.anchors;
      restart();
      if (random.nextBoolean()) {
        wakeUp(dead);
      }
    }
  }

  private void wakeUp(OpenAnchors dead) {
    try {
      dead.step();
    } catch (ProducerFencedException | Deaths.Death refused) {
      // it may send what it had stored; it cannot store anything new
    }
  }

  private void restart() {
    Deaths anywhere = Deaths.random(random, 60, () -> calm);
    bench.start(
        List.of(new MortalEndpoint(bench.a, anywhere), new MortalEndpoint(bench.b, anywhere)),
        new MortalLog(bench.log.session(), anywhere));
  }
}
