package org.spineregistry.anchor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.anchor.fake.FakeClock;
import org.spineregistry.anchor.fake.FakeEndpoint;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.Failures;

class FeePayerTest {
  private static final long RENT = 890_880;

  private final FakeClock clock = new FakeClock(Certified.AT);
  private final FakeChain chain = new FakeChain(1);
  private final FakeEndpoint endpoint = new FakeEndpoint("a", chain);
  private final Cluster cluster =
      Clusters.guarded(List.of(endpoint), clock, new SimpleMeterRegistry());

  FeePayerTest() {
    cluster.identify(null);
  }

  @Test
  void staysRentExemptAfterTheFees() {
    FeePayer payer = payer(0);
    chain.balance(RENT + 100);

    assertThat(payer.canPay(100)).isTrue();
    assertThat(payer.canPay(101)).isFalse();
    assertThat(payer.poor()).isTrue();
  }

  /** The rent of a marker is two hundred fees: what was just signed must not be paid twice. */
  @Test
  void whatWasSignedIsTakenOffUntilTheBalanceIsReadAgain() {
    FeePayer payer = payer(0);
    chain.balance(RENT + 100);
    assertThat(payer.canPay(60)).isTrue();
    payer.promise(60);
    assertThat(payer.canPay(40)).isTrue();
    assertThat(payer.balance()).as("as it was read").hasToString(Long.toString(RENT + 100));

    clock.advance(Duration.ofSeconds(15));
    chain.balance(RENT + 40);
    assertThat(payer.canPay(40)).isTrue();
    payer.promise(40);
    chain.balance(RENT);
    assertThat(payer.canPay(1)).isFalse();
  }

  @Test
  void asksAgainWhenItWasPoorSoThatATopUpIsSeen() {
    FeePayer payer = payer(0);
    chain.balance(0);
    assertThat(payer.canPay(1)).isFalse();

    chain.balance(RENT + 1);
    assertThat(payer.canPay(1)).isTrue();
    assertThat(payer.poor()).isFalse();
  }

  @Test
  void neverAsksTheFaucetUnlessConfigured() {
    chain.balance(0);
    payer(0).canPay(1);

    assertThat(endpoint.airdrops()).isZero();
  }

  @Test
  void asksTheFaucetOnlyWhenLowAndThenWaits() {
    FeePayer payer = payer(1_000);
    chain.balance(RENT + 10);
    assertThat(payer.canPay(10)).isTrue();
    assertThat(endpoint.airdrops()).isZero();

    chain.balance(0);
    clock.advance(Duration.ofMinutes(1));
    payer.canPay(10);
    payer.canPay(10);
    assertThat(endpoint.airdrops()).isOne();

    clock.advance(Duration.ofSeconds(6));
    payer.canPay(10);
    assertThat(endpoint.airdrops()).isEqualTo(2);
  }

  @Test
  void paysNothingWhileNobodyTellsTheBalance() {
    endpoint.down(Failures::noAnswer);

    assertThat(payer(0).canPay(1)).isFalse();
  }

  @Test
  void theBalanceCanBeWatchedAndIsNotAskedAllTheTime() {
    FeePayer payer = payer(0);
    assertThat(payer.balance()).isNull();
    payer.watch();
    assertThat(payer.balance()).hasToString("1000000000");

    int calls = endpoint.calls();
    payer.watch();
    assertThat(endpoint.calls()).isEqualTo(calls);
    clock.advance(Duration.ofSeconds(15));
    payer.watch();
    assertThat(endpoint.calls()).isGreaterThan(calls);
  }

  private FeePayer payer(long airdrop) {
    return new FeePayer(cluster, KeyPair.random().address(), airdrop, clock);
  }
}
