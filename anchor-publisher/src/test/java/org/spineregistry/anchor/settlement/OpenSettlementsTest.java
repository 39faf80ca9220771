package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.anchor.protocol.IntentBook.Filter;
import org.spineregistry.anchor.settlement.plan.Grants;
import org.spineregistry.anchor.settlement.plan.Plan.Waiting;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;
import org.spineregistry.solana.key.KeyPair;

class OpenSettlementsTest {
  @TempDir Path folder;

  private PayerBench bench;

  @BeforeEach
  void start() {
    bench = new PayerBench(folder);
    for (String name : List.of("a", "b", "c", "d")) {
      bench.wallets.put(name, KeyPair.random().address());
    }
    bench.writeWallets();
    bench.start();
  }

  private RewardGranted approve(String payoutId, String beneficiary, long amount) {
    RewardGranted granted = Grants.approved(payoutId, beneficiary, amount);
    bench.grant(granted);
    return granted;
  }

  private List<Batch> batches(Filter filter) {
    return bench.book.page(filter, null, 100).stream().map(entry -> entry.tracked()).toList();
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      bench.step(5);
    }
  }

  @Test
  void whatIsStoredBeforeItIsSentIsWhatIsSent() {
    approve("p1", "a", 10);
    bench.chain.drop(2);
    bench.step(1);

    Batch stored = bench.log.last.values().iterator().next();
    assertThat(stored.attempts()).hasSize(1);
    assertThat(bench.log.reports).isEmpty();
    steps(20);
    assertThat(bench.chain.payments())
        .singleElement()
        .satisfies(
            paid ->
                assertThat(paid.signature()).isEqualTo(stored.attempts().get(0).getSignature()));
    assertThat(bench.log.reports)
        .extracting(RewardSettled::getStatus)
        .containsExactly(SettlementStatus.SETTLED);
  }

  @Test
  void paymentsGoIntoBatchesOfTheirSizeAndABeneficiaryGetsAllAtOnce() {
    for (String name : List.of("a", "b", "c", "d")) {
      approve("p1" + name, name, 10);
      approve("p2" + name, name, 1);
    }
    steps(20);

    assertThat(bench.chain.payments()).hasSize(2);
    assertThat(bench.paid())
        .allSatisfy((name, sum) -> assertThat(sum).isEqualTo(BigInteger.valueOf(11)))
        .hasSize(4);
    assertThat(bench.log.reports).hasSize(8);
    assertThat(bench.metrics.get("spine.settlement.settled").counter().count()).isEqualTo(8);
  }

  @Test
  void anExpiredTransactionIsSignedAgainForTheSameBatch() {
    approve("p1", "a", 10);
    bench.chain.drop(1_000);
    bench.step(1);
    for (int i = 0; i < 6; i++) {
      bench.step(30);
    }
    bench.chain.drop(0);
    steps(40);

    assertThat(batches(Filter.FINALIZED))
        .singleElement()
        .satisfies(batch -> assertThat(batch.attempts()).hasSizeGreaterThan(1));
    assertThat(bench.paid()).containsExactly(Map.entry("a", BigInteger.TEN));
  }

  @Test
  void aBatchThatFailsIsReportedAndItsPayoutsAreCutByWhatWasReversedMeanwhile() {
    RewardGranted first = approve("p1", "a", 10);
    bench.chain.fail(1);
    steps(20);
    assertThat(batches(Filter.FAILED)).hasSize(1);
    assertThat(bench.metrics.get("spine.settlement.failed").gauge().value()).isOne();
    steps(20);
    assertThat(bench.chain.payments()).as("nothing by itself").isEmpty();

    bench.grant(Grants.reversal("r1", first, 4, Recovery.OFFSET_FUTURE));
    bench.settlements.release(batches(Filter.FAILED).get(0).subject());
    steps(20);
    assertThat(bench.paid()).containsExactly(Map.entry("a", BigInteger.valueOf(6)));
    assertThat(bench.log.reports)
        .extracting(r -> r.getStatus() + ":" + r.getVersion() + ":" + r.getAmountBaseUnits())
        .containsExactly("FAILED:1:null", "SETTLED:2:6");
    assertThat(bench.metrics.get("spine.settlement.failed").gauge().value()).isZero();
  }

  @Test
  void anExpiredBatchThatCannotBeSignedAgainIsGivenUp() {
    approve("p1", "a", 10);
    bench.chain.drop(1_000);
    bench.step(1);
    bench.wallets.remove("a");
    bench.writeWallets();
    for (int i = 0; i < 8; i++) {
      bench.step(30);
    }

    assertThat(batches(Filter.FAILED))
        .singleElement()
        .satisfies(batch -> assertThat(batch.intent().getError()).contains("no wallet any more"));
    assertThat(bench.log.reports)
        .extracting(RewardSettled::getStatus)
        .containsExactly(SettlementStatus.FAILED);
  }

  @Test
  void nothingIsSignedThatASimulationSaysWillFail() {
    bench.a.simulationFails("{\"InstructionError\":[2,{\"Custom\":1}]}");
    bench.b.simulationFails("{\"InstructionError\":[2,{\"Custom\":1}]}");
    RewardGranted granted = approve("p1", "a", 10);
    steps(5);

    assertThat(bench.log.last).isEmpty();
    assertThat(bench.planner.obstacle()).contains("a simulation fails");

    bench.grant(Grants.reversal("r1", granted, 10, Recovery.OFFSET_FUTURE));
    steps(5);
    assertThat(bench.planner.obstacle() + bench.signing.obstacle())
        .as("nothing is owed any more")
        .isEmpty();
  }

  @Test
  void noMoreIsPaidThanTheTreasuryHolds() {
    long most = 1_000_000_000_000_000L;
    approve("p1", "a", most);
    approve("p2", "b", 1);
    approve("p3", "c", 1);
    approve("p4", "d", 1);
    steps(20);

    assertThat(bench.paid()).isEmpty();
    assertThat(bench.planner.obstacle()).contains("holds too little");
  }

  @Test
  void asManyBatchesAreSignedAsTheLamportsAreEnoughFor() {
    bench.chain.balance(10_000_000); // fees, and the rent of three new accounts but not of four
    for (String name : List.of("a", "b", "c", "d")) {
      approve("p" + name, name, 10);
    }
    bench.step(1);
    assertThat(batches(Filter.OPEN))
        .singleElement()
        .satisfies(batch -> assertThat(batch.payments()).hasSize(3));
    assertThat(bench.signing.obstacle()).contains("too few lamports");

    bench.chain.balance(20_000_000);
    steps(20);
    assertThat(bench.paid()).containsOnlyKeys("a", "b", "c", "d");
    assertThat(bench.signing.obstacle()).isEmpty();
  }

  @Test
  void whatIsOnItsWayIsNotSpentASecondTime() {
    bench.chain.balance(10_000_000);
    bench.chain.drop(1_000);
    for (String name : List.of("a", "b", "c", "d")) {
      approve("p" + name, name, 10);
    }
    steps(5);
    approve("q", "d", 1);
    steps(5);
    assertThat(batches(Filter.OPEN)).as("the balance is enough for one").hasSize(1);
  }

  @Test
  void whoseAccountIsFrozenOrSomebodyElsesWaits() {
    bench.chain.hold(bench.mint, bench.wallets.get("a"), bench.wallets.get("a"), true);
    bench.chain.hold(bench.mint, bench.wallets.get("b"), bench.wallets.get("c"), false);
    approve("p1", "a", 10);
    approve("p2", "b", 10);
    approve("p3", "c", 10);
    steps(20);

    assertThat(bench.paid()).containsOnlyKeys("c");
    assertThat(bench.planner.waiting())
        .containsOnly(
            Map.entry("a", Waiting.ACCOUNT_FROZEN), Map.entry("b", Waiting.ACCOUNT_FOREIGN));
  }

  @Test
  void aFileOfWalletsThatIsBrokenKeepsAllWaitingUntilItIsMended() {
    approve("p1", "a", 10);
    bench.writeBrokenWallets();
    steps(5);
    assertThat(bench.planner.obstacle()).startsWith("spine.settlement.wallets: line 1");
    assertThat(bench.log.last).isEmpty();

    bench.writeWallets();
    steps(20);
    assertThat(bench.paid()).containsOnlyKeys("a");
  }

  @Test
  void aLostLogIsNoticedAndNothingIsPaid() {
    approve("p1", "a", 10);
    steps(20);
    bench.log.last.clear();
    bench.log.reports.clear();
    bench.start();
    bench.chain.advance(FakeChain.FINAL);
    steps(20);

    assertThat(bench.chain.payments()).hasSize(1);
    assertThat(bench.planner.obstacle()).contains("the log does not know");
  }

  @Test
  void withTheReportsLeftALostLogPaysNothingTwice() {
    approve("p1", "a", 10);
    steps(20);
    bench.log.last.clear();
    bench.sinceSlot = Long.MAX_VALUE;
    bench.start();
    approve("p2", "a", 1);
    steps(20);

    assertThat(bench.paid()).containsExactly(Map.entry("a", BigInteger.valueOf(11)));
  }
}
