package org.spineregistry.anchor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.FakeClock;

class PauseTest {
  private final FakeClock clock = new FakeClock(Certified.AT);
  private final Pause longest = new Pause(clock, () -> 1);

  @Test
  void doublesWithEachFailureUpToABound() {
    Duration expected = Pause.FIRST;
    for (int failure = 0; failure < 40; failure++) {
      longest.failed(Duration.ZERO);
      clock.advance(expected.minusMillis(1));
      assertThat(longest.over()).isFalse();
      clock.advance(Duration.ofMillis(1));
      assertThat(longest.over()).isTrue();
      expected = expected.multipliedBy(2);
      expected = expected.compareTo(Pause.LONGEST) < 0 ? expected : Pause.LONGEST;
    }
    assertThat(longest.failures()).isEqualTo(40);
  }

  @Test
  void jitterShortensItByAtMostHalf() {
    Pause shortest = new Pause(clock, () -> 0);
    shortest.failed(Duration.ZERO);

    clock.advance(Pause.FIRST.dividedBy(2).minusMillis(1));
    assertThat(shortest.over()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(shortest.over()).isTrue();
  }

  @Test
  void aLongerPauseThatWasAskedForCounts() {
    longest.failed(Duration.ofMinutes(2));
    clock.advance(Duration.ofMinutes(2).minusMillis(1));
    assertThat(longest.over()).isFalse();
  }

  @Test
  void successAfterThePauseStartsOver() {
    longest.failed(Duration.ofMinutes(2));
    clock.advance(Duration.ofMinutes(2));
    longest.succeeded();

    assertThat(longest.over()).isTrue();
    assertThat(longest.failures()).isZero();
  }

  /** Several calls are under way when a server asks for a pause. */
  @Test
  void callsUnderWayNeitherEndThePauseNorCountAgain() {
    longest.failed(Duration.ofSeconds(7));
    longest.succeeded();
    longest.failed(Duration.ZERO);
    longest.failed(Duration.ofSeconds(9));

    assertThat(longest.failures()).isOne();
    clock.advance(Duration.ofSeconds(9).minusMillis(1));
    assertThat(longest.over()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(longest.over()).isTrue();
  }
}
