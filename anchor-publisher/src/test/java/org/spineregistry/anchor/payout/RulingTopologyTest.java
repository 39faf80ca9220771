package org.spineregistry.anchor.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.CAMPAIGN;
import static org.spineregistry.anchor.reward.Examples.caseId;
import static org.spineregistry.anchor.reward.Examples.contribution;
import static org.spineregistry.anchor.reward.Examples.units;
import static org.spineregistry.schemas.topic.Topics.REWARD_CYCLE;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;
import static org.spineregistry.schemas.topic.Topics.REWARD_INPUT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.HoldsDue;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.PayoutKind;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardRuling;
import org.spineregistry.event.RulingAction;
import org.spineregistry.event.RulingCause;
import org.spineregistry.event.RulingTarget;
import org.spineregistry.event.WithdrawalReason;

/** Holds, rulings, withdrawals and policies as events. */
class RulingTopologyTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Instant LATER = Anchors.FINALIZED.plusSeconds(60);

  @TempDir Path folder;
  private Path artifacts;
  private Anchors anchors;
  private RewardDriver rewards;

  @BeforeEach
  void start() {
    artifacts = folder.resolve("artifacts");
    anchors = new Anchors(artifacts);
  }

  @AfterEach
  void stop() {
    rewards.close();
  }

  @Test
  void aHeldPayoutIsReleasedByTheClockAsAnEventWithTheSameIdAndAmount() {
    under(new Safeguards(null, WEEK, Clawback.DEFAULT));
    anchored(1, "a");
    RewardGranted held = rewards.granted.readValue();
    assertThat(held.getDecision()).isEqualTo(PayoutDecision.HELD);
    assertThat(held.getReasonCode()).isEqualTo("DISPUTE_WINDOW");
    assertThat(held.getHeldUntil()).isEqualTo(Anchors.CERTIFIED.plus(WEEK));

    rewards.wait(WEEK.minus(Duration.ofMinutes(1)));
    assertThat(rewards.granted.isEmpty()).isTrue();
    rewards.wait(Duration.ofMinutes(2));

    RewardGranted released = rewards.granted.readValue();
    assertThat(rewards.granted.isEmpty()).isTrue();
    assertThat(released.getPayoutId()).isEqualTo(held.getPayoutId());
    assertThat(released.getAmountBaseUnits()).isEqualTo(held.getAmountBaseUnits());
    assertThat(released.getDecision()).isEqualTo(PayoutDecision.RELEASED);
    assertThat(released.getEffectiveAt()).isEqualTo(Anchors.CERTIFIED.plus(WEEK));
    assertThat(released.getHeldUntil()).isNull();
    assertThat(released.getCauseEventIds()).startsWith(Anchors.anchorEventId(1));
  }

  @Test
  void aReversalNamesItsOriginalItsCauseAndHowItComesBack() {
    under(Safeguards.NONE);
    anchored(1, "a");
    RewardGranted original = rewards.granted.readValue();

    rule(RulingAction.REVERSE, RulingTarget.CASE, caseId(1), RulingCause.IDENTIFIER_FOUND);

    RewardGranted reversal = rewards.granted.readValue();
    assertThat(reversal.getKind()).isEqualTo(PayoutKind.REVERSAL);
    assertThat(reversal.getDecision()).isEqualTo(PayoutDecision.REVERSED);
    assertThat(reversal.getAmountBaseUnits()).isEqualTo("-100");
    assertThat(reversal.getReverses()).isEqualTo(original.getPayoutId());
    assertThat(reversal.getSubjectId()).isEqualTo(original.getPayoutId());
    assertThat(reversal.getBeneficiaryId()).isEqualTo("a");
    assertThat(reversal.getSequence()).isEqualTo(1);
    assertThat(reversal.getReasonCode()).isEqualTo("IDENTIFIER_FOUND");
    assertThat(reversal.getRecovery()).isEqualTo(Recovery.OFFSET_FUTURE);
    assertThat(reversal.getEffectiveAt()).isEqualTo(LATER);
    assertThat(reversal.getCauseEventIds()).hasSize(3);
  }

  @Test
  void aCaseThatWasEnteredInErrorIsReversedAndAPatientsWithdrawalIsNot() {
    under(Safeguards.NONE);
    anchored(1, "a");
    anchored(2, "b");
    rewards.granted.readValuesToList();

    withdrawn(caseId(1), WithdrawalReason.PATIENT_OBJECTION);
    assertThat(rewards.granted.isEmpty()).isTrue();

    withdrawn(caseId(2), WithdrawalReason.ENTERED_IN_ERROR);
    assertThat(rewards.granted.readValue().getReasonCode()).isEqualTo("ENTERED_IN_ERROR");
  }

  @Test
  void aRulingThatIsNoneIsADeadLetterAndTheStreamGoesOn() {
    under(Safeguards.NONE);

    rule(RulingAction.SUSPEND, RulingTarget.CASE, caseId(1), RulingCause.OPERATOR);

    assertThat(rewards.letters.readValue().getReasonCode()).isEqualTo("RULING_MALFORMED");
    anchored(1, "a");
    assertThat(rewards.granted.isEmpty()).isFalse();
  }

  @Test
  void aVersionWithAHigherBudgetGoesOnWithWhatWaits() {
    under(new Safeguards(units(100), Duration.ZERO, Clawback.DEFAULT));
    anchored(1, "a");
    anchored(2, "b");
    assertThat(rewards.granted.readValuesToList())
        .extracting(RewardGranted::getReasonCode)
        .containsExactly("CONTRIBUTED", "BUDGET");

    publish(
        Examples.policy(
            2, LATER, Caps.NONE, new Safeguards(units(500), Duration.ZERO, Clawback.DEFAULT)));

    RewardGranted released = rewards.granted.readValue();
    assertThat(released.getDecision()).isEqualTo(PayoutDecision.RELEASED);
    assertThat(released.getReasonCode()).isEqualTo("BUDGET_AVAILABLE");
    assertThat(released.getPolicyVersion()).as("of the version that decided").isEqualTo(1);
  }

  @Test
  void aPublishedVersionStaysWhatItIs() {
    under(Safeguards.NONE);

    publish(Examples.policy(1, Examples.perCycle(0)));

    assertThat(rewards.letters.readValue().getReasonCode()).isEqualTo("POLICY_CHANGED");
    anchored(1, "a");
    assertThat(rewards.granted.readValue().getAmountBaseUnits()).isEqualTo("100");
  }

  @Test
  void versionsThatContradictEachOtherAreRefused() {
    under(Safeguards.NONE);

    publish(Examples.policy(2, Caps.NONE));

    assertThat(rewards.letters.readValue().getReasonCode()).isEqualTo("POLICY_MALFORMED");
  }

  @Test
  void withoutAnyPolicyNothingIsDecided() {
    rewards = new RewardDriver(RewardPolicies.NONE, artifacts);

    anchored(1, "a");

    assertThat(rewards.letters.readValue().getReasonCode()).isEqualTo("NO_POLICY");
    assertThat(rewards.granted.isEmpty()).isTrue();
  }

  /** The clock, the rulings and the policies are events: a replay needs nothing else. */
  @Test
  void aReplayOfTheInputWritesTheSameBytesWithoutAClock() {
    under(new Safeguards(units(250), WEEK, Clawback.DEFAULT));
    play();
    rewards.wait(WEEK.plusMinutes(1));
    List<String> input = rewards.bytes(REWARD_INPUT);
    List<String> granted = rewards.bytes(REWARD_GRANTED);
    List<String> cycles = rewards.bytes(REWARD_CYCLE);
    assertThat(input).as("the clock").hasSize(1);
    rewards.close();

    under(new Safeguards(units(250), WEEK, Clawback.DEFAULT));
    play();
    rewards.happens(
        "holds-due",
        HoldsDue.newBuilder().setAt(Anchors.FINALIZED.plus(WEEK).plusSeconds(60)).build(),
        Anchors.FINALIZED.plus(WEEK).plusSeconds(60));

    List<String> again = rewards.bytes(REWARD_GRANTED);
    assertThat(again).hasSameSizeAs(granted);
    assertThat(again.subList(0, again.size() - 1))
        .isEqualTo(granted.subList(0, granted.size() - 1));
    assertThat(rewards.bytes(REWARD_CYCLE)).isEqualTo(cycles);
  }

  private void play() {
    anchored(1, "a");
    anchored(2, "b");
    anchored(3, "b");
    rule(RulingAction.VOID, RulingTarget.BENEFICIARY, "a", RulingCause.DISPUTE);
    rule(RulingAction.HOLD, RulingTarget.CASE, caseId(2), RulingCause.DISPUTE);
  }

  private void under(Safeguards safeguards) {
    rewards =
        new RewardDriver(
            RewardPolicies.of(List.of(Examples.policy(1, Caps.NONE, safeguards))), artifacts);
  }

  private void publish(RewardPolicy policy) {
    rewards.publish(PolicyJson.document(policy), LATER);
  }

  /** A cycle with one case, of the same number. */
  private void anchored(int cycle, String contributorId) {
    rewards.anchors.pipeInput(
        anchors.of(
            cycle, CAMPAIGN, Anchors.CERTIFIED, List.of(contribution(cycle, contributorId))));
  }

  private void rule(RulingAction action, RulingTarget target, String id, RulingCause cause) {
    rewards.happens(
        id,
        RewardRuling.newBuilder()
            .setRulingId(new UUID(action.ordinal(), id.hashCode()).toString())
            .setAction(action)
            .setTarget(target)
            .setTargetId(id)
            .setCause(cause)
            .setAmountBaseUnits(null)
            .setRuledAt(LATER)
            .build(),
        LATER);
  }

  private void withdrawn(String caseId, WithdrawalReason reason) {
    rewards.happens(
        caseId,
        CaseWithdrawn.newBuilder()
            .setCaseId(caseId)
            .setReason(reason)
            .setWithdrawnAt(LATER)
            .build(),
        LATER);
  }
}
