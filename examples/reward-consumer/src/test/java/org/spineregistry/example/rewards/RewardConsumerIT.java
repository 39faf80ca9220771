package org.spineregistry.example.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.example.rewards.Events.approved;
import static org.spineregistry.example.rewards.Events.granted;
import static org.spineregistry.example.rewards.Events.id;
import static org.spineregistry.example.rewards.Events.reversal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;
import org.spineregistry.nodes.process.ShortCommand;

/** Both samples on a real broker and a real schema registry. */
class RewardConsumerIT {
  private static final String ANN = "contributor-k7q2m4";
  private static final String BEN = "contributor-p3w8x1";
  private static final String MORE_THAN_A_LONG = "10000000000000000000001";

  private final RewardGranted first = approved("first", ANN, "100");
  private final RewardGranted large = approved("large", BEN, MORE_THAN_A_LONG);
  private final RewardGranted held = granted("held", ANN, PayoutDecision.HELD, "30");
  private final RewardGranted second = approved("second", ANN, "50");
  private final RewardGranted late = approved("late", BEN, "60");
  private final RewardGranted voided = granted("no", ANN, PayoutDecision.VOIDED, "500");
  private final RewardGranted third = approved("third", ANN, "50");
  private final RewardGranted fourth = approved("fourth", ANN, "45");

  @TempDir Path book;

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void paysWhatIsOwedOnceWhateverHappens(Sample sample) throws Exception {
    try (Registry registry = new Registry()) {
      killedAtEveryStep(sample, registry);
      replayedReleasedAndTakenBack(sample, registry);
      completed(sample, registry);
      unreadable(sample, registry);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void paysNothingOfWhatItReadWithAContradiction(Sample sample) throws Exception {
    try (Registry registry = new Registry()) {
      registry.decide(first, second, approved("first", ANN, "101"));

      ShortCommand.Result stopped = sample.run(book, registry.addresses());

      assertThat(stopped.exitCode()).isEqualTo(3);
      assertThat(stopped.output())
          .contains("Stopped, nothing is paid on: PAYOUT_CONFLICT: payout " + id("first"));
      assertThat(paid()).isEmpty();
    }
  }

  private void killedAtEveryStep(Sample sample, Registry registry) throws IOException {
    registry.decideAndUndo(approved("undone", ANN, "7"));
    registry.decide(reversal("early", late, "60", Recovery.OFFSET_FUTURE));
    registry.decide(first, large, held, second);
    registry.decide(first);

    for (Step step : sample.steps()) {
      ShortCommand.Result killed = sample.crash(step, book, registry.addresses());
      assertThat(killed.exitCode()).describedAs("%s: %s", step, killed.output()).isEqualTo(137);
    }

    assertThat(run(sample, registry)).contains("PARKED").doesNotContain("Cycle");
    assertThat(paid()).containsExactlyInAnyOrder(line(first), line(second), line(large));
    assertThat(registry.reports())
        .allMatch(report -> report.getStatus() == SettlementStatus.SETTLED)
        .extracting(RewardSettled::getPayoutId)
        .containsOnly(id("first"), id("large"), id("second"));
    assertThat(registry.reports().stream().distinct())
        .describedAs("a report that comes twice says the same")
        .hasSize(3);
  }

  private void replayedReleasedAndTakenBack(Sample sample, Registry registry) throws Exception {
    registry.repeat(first, large, held);
    registry.decide(
        granted("held", ANN, PayoutDecision.RELEASED, "30"),
        late,
        reversal("back", first, "40", Recovery.OFFSET_FUTURE),
        reversal("asked", second, "50", Recovery.REQUEST_RETURN),
        third,
        voided);
    registry.close(Events.rewarded(first, large, held, second, late, voided, third, fourth));

    assertThat(run(sample, registry))
        .contains("6 decisions booked, 3 known before (3 of them marked as a replay)")
        .contains("Cycle " + Events.CYCLE + ": INCOMPLETE, 7 of 8 payouts")
        .containsPattern("VOIDED +1 ")
        .containsPattern("ASKED_BACK +1 ");
    // of what is owed, 30 and 50 less 40, only the first fits; what was taken back early is not
    // paid
    assertThat(paid()).hasSize(4).contains(line(held));
  }

  private void completed(Sample sample, Registry registry) throws IOException {
    registry.decide(fourth);

    assertThat(run(sample, registry))
        .contains("Cycle " + Events.CYCLE + ": complete, 8 of 8 payouts");
    assertThat(paid()).hasSize(5).contains(line(third));
  }

  private void unreadable(Sample sample, Registry registry) throws IOException {
    registry.writeNonsense();
    registry.decide(approved("behind", ANN, "1000"));

    ShortCommand.Result stopped = sample.run(book, registry.addresses());

    assertThat(stopped.exitCode()).isEqualTo(1);
    assertThat(stopped.output()).containsPattern("Stopped: .*granted.v1-\\d at offset \\d");
  }

  private String run(Sample sample, Registry registry) {
    ShortCommand.Result result = sample.run(book, registry.addresses());
    assertThat(result.exitCode()).describedAs(result.output()).isZero();
    return result.output();
  }

  private List<String> paid() throws IOException {
    return Files.readAllLines(book.resolve("payments.csv"));
  }

  private static String line(RewardGranted payout) {
    return String.join(
        ",", payout.getPayoutId(), payout.getBeneficiaryId(), payout.getAmountBaseUnits(), "SPINE");
  }
}
