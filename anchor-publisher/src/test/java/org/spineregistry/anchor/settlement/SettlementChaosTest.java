package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.anchor.fake.Deaths;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.anchor.fake.MortalEndpoint;
import org.spineregistry.anchor.protocol.IntentBook.Filter;
import org.spineregistry.anchor.settlement.plan.Grants;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.Failures;

/**
 * Everything at once: lost, late, failed and half-answered transactions, forks, silent endpoints,
 * payers that die at any call and payers that wake up after they were replaced. Whatever happens,
 * every payout is paid exactly once.
 */
class SettlementChaosTest {
  private static final int BENEFICIARIES = 7;
  private static final int TROUBLE = 400;

  @TempDir Path folder;

  private PayerBench bench;
  private Random random;
  private boolean calm;
  private int deaths;
  private final Map<String, BigInteger> owed = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyPayoutIsPaidExactlyOnce(long seed) {
    random = new Random(seed);
    bench = new PayerBench(folder);
    for (int n = 0; n < BENEFICIARIES; n++) {
      bench.wallets.put("b" + n, KeyPair.random().address());
    }
    bench.writeWallets();
    restart();
    for (int round = 0; round < TROUBLE; round++) {
      trouble();
      if (random.nextInt(5) == 0) {
        grant();
      }
      survive(() -> bench.step(1 + random.nextInt(6)));
      survive(this::release);
    }
    calm = true;
    heal();
    bench.chain.fail(0);
    restart();
    for (int round = 0; round < 300; round++) {
      release();
      bench.step(5);
    }

    assertThat(deaths).as("the test does something").isGreaterThan(9);
    assertThat(bench.paid()).isEqualTo(owed);
    List<RewardSettled> settled =
        bench.log.reports.stream()
            .filter(report -> report.getStatus() == SettlementStatus.SETTLED)
            .toList();
    assertThat(settled)
        .extracting(RewardSettled::getPayoutId)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            bench.granted.stream().map(RewardGranted::getPayoutId).toList());
    assertThat(bench.log.reports)
        .extracting(report -> report.getPayoutId() + "/" + report.getVersion())
        .doesNotHaveDuplicates();
  }

  private void grant() {
    String beneficiary = "b" + random.nextInt(BENEFICIARIES);
    long amount = 1 + random.nextInt(1_000_000);
    bench.grant(Grants.approved("p" + bench.granted.size(), beneficiary, amount));
    owed.merge(beneficiary, BigInteger.valueOf(amount), BigInteger::add);
  }

  /** An operator retries what failed. */
  private void release() {
    bench.book.page(Filter.FAILED, null, 100).stream()
        .map(entry -> entry.tracked().subject())
        .forEach(bench.settlements::release);
  }

  /** One round in three brings some trouble, or ends it. */
  private void trouble() {
    switch (random.nextInt(26)) {
      case 0 -> bench.chain.drop(random.nextInt(8));
      case 1 -> bench.chain.hold(1 + random.nextInt(4), random.nextInt(FakeChain.LIFE));
      case 2 -> bench.chain.fork(random.nextInt(FakeChain.FINAL));
      case 3 -> bench.a.down(Failures::noAnswer);
      case 4 -> bench.b.down(() -> Failures.rateLimited(Duration.ofSeconds(2)));
      case 5 -> bench.b.statusLag(random.nextInt(60));
      case 6 -> bench.a.loseAnswers(Failures::noAnswer);
      case 7, 8, 9, 10 -> heal();
      case 11 -> bench.chain.advance(random.nextInt(200)); // a blackout
      case 12 -> bench.chain.fail(random.nextInt(2));
      default -> {}
    }
  }

  private void heal() {
    bench.a.down(null);
    bench.b.down(null);
    bench.a.loseAnswers(null);
    bench.b.statusLag(0);
  }

  private void survive(Runnable work) {
    try {
      work.run();
    } catch (Deaths.Death death) {
      deaths++;
      OpenSettlements dead = bench.settlements;
      restart();
      if (random.nextBoolean()) {
        wakeUp(dead);
      }
    }
  }

  private void wakeUp(OpenSettlements dead) {
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
        new MortalSettlementLog(bench.log.session(), anywhere));
  }
}
