package org.spineregistry.anchor.reward.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.contribution;
import static org.spineregistry.anchor.reward.Examples.units;
import static org.spineregistry.anchor.reward.decision.Deciding.CERTIFIED;
import static org.spineregistry.anchor.reward.decision.Deciding.budget;
import static org.spineregistry.anchor.reward.decision.Deciding.hold;
import static org.spineregistry.anchor.reward.decision.Deciding.told;
import static org.spineregistry.event.RulingAction.HOLD;
import static org.spineregistry.event.RulingAction.RELEASE;
import static org.spineregistry.event.RulingAction.RESUME;
import static org.spineregistry.event.RulingAction.SUSPEND;
import static org.spineregistry.event.RulingAction.VOID;
import static org.spineregistry.event.RulingCause.DISPUTE;
import static org.spineregistry.event.RulingCause.OPERATOR;
import static org.spineregistry.event.RulingTarget.BENEFICIARY;
import static org.spineregistry.event.RulingTarget.CASE;
import static org.spineregistry.event.RulingTarget.PAYOUT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.Safeguards;

class HoldsTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void aPayoutWaitsForTheEndOfItsDisputeWindow() {
    Deciding deciding = Deciding.under(hold(14));

    assertThat(told(deciding.cycle(contribution(1, "a"))))
        .containsExactly("HELD DISPUTE_WINDOW 100");
    assertThat(deciding.due(CERTIFIED.plus(DAY.multipliedBy(14)).minusMillis(1))).isEmpty();

    List<Decision> released = deciding.due(CERTIFIED.plus(DAY.multipliedBy(14)));
    assertThat(told(released)).containsExactly("RELEASED HOLD_ENDED 100");
    assertThat(released.get(0).effectiveAt()).isEqualTo(CERTIFIED.plus(DAY.multipliedBy(14)));
    assertThat(deciding.due(CERTIFIED.plus(DAY.multipliedBy(99)))).isEmpty();
  }

  /** The clock may be late: what the events say must not depend on it. */
  @Test
  void theReleaseTakesEffectWhenTheHoldEndsHoweverLateSomebodyLooks() {
    Deciding early = Deciding.under(hold(3));
    Deciding late = Deciding.under(hold(3));
    early.cycle(contribution(1, "a"));
    late.cycle(contribution(1, "a"));

    assertThat(early.due(CERTIFIED.plus(DAY.multipliedBy(3))))
        .isEqualTo(late.due(CERTIFIED.plus(DAY.multipliedBy(30))));
  }

  @Test
  void aDisputedPayoutWaitsForSomebody() {
    Deciding deciding = Deciding.under(hold(14));
    String payoutId = deciding.cycle(contribution(1, "a")).get(0).known().payoutId();

    assertThat(told(deciding.rule(HOLD, PAYOUT, payoutId, DISPUTE)))
        .containsExactly("HELD DISPUTED 100");
    assertThat(deciding.due(CERTIFIED.plus(DAY.multipliedBy(99)))).isEmpty();
    assertThat(told(deciding.rule(RELEASE, PAYOUT, payoutId, OPERATOR)))
        .containsExactly("RELEASED OPERATOR 100");
    assertThat(deciding.rule(VOID, PAYOUT, payoutId, OPERATOR)).isEmpty();
    assertThat(deciding.outcome().found()).isEqualTo(1);
    assertThat(deciding.outcome().changed()).isZero();
  }

  @Test
  void aVoidedPayoutStaysVoidAndItsCaseIsNotPaidAgain() {
    Deciding deciding = Deciding.under(hold(14));
    deciding.cycle(contribution(1, "a", "3m"));

    assertThat(told(deciding.rule(VOID, CASE, Examples.caseId(1), DISPUTE)))
        .containsExactly("VOIDED DISPUTE 30", "VOIDED DISPUTE 100");
    assertThat(deciding.due(CERTIFIED.plus(DAY.multipliedBy(99)))).isEmpty();
    assertThat(deciding.rule(RELEASE, CASE, Examples.caseId(1), OPERATOR)).isEmpty();
    assertThat(deciding.cycle(contribution(1, "a", "3m"))).isEmpty();
    assertThat(deciding.used()).isEqualTo(units(0));
  }

  @Test
  void whatTheBudgetDoesNotHoldWaitsAndIsNoFailure() {
    Deciding deciding = Deciding.under(budget(250));

    List<Decision> decisions =
        deciding.cycle(contribution(1, "a"), contribution(2, "b"), contribution(3, "c", "3m"));

    assertThat(told(decisions))
        .containsExactly(
            "APPROVED CONTRIBUTED 100",
            "APPROVED CONTRIBUTED 100",
            "HELD BUDGET 100",
            "APPROVED CONTRIBUTED 30");
    assertThat(deciding.used()).isEqualTo(units(230));
  }

  @Test
  void aRaisedBudgetGoesOnInTheOrderOfTheDecisions() {
    Deciding deciding = Deciding.under(budget(100));
    deciding.cycle(contribution(1, "a"), contribution(2, "b"), contribution(3, "c"));
    deciding.now(Deciding.versions(Map.of(1, budget(100), 2, budget(250))));

    assertThat(deciding.refill(CERTIFIED)).as("the raise is not in force yet").isEmpty();
    List<Decision> released = deciding.refill(CERTIFIED.plus(DAY.multipliedBy(2)));

    assertThat(told(released)).containsExactly("RELEASED BUDGET_AVAILABLE 100");
    assertThat(released.get(0).known().payout().beneficiaryId()).isEqualTo("b");
    assertThat(deciding.used()).isEqualTo(units(200));
  }

  @Test
  void anOperatorCannotSpendWhatTheBudgetDoesNotHold() {
    Deciding deciding = Deciding.under(budget(150));
    deciding.cycle(contribution(1, "a"), contribution(2, "b"));

    assertThat(deciding.rule(RELEASE, BENEFICIARY, "b", OPERATOR)).isEmpty();
    assertThat(deciding.used()).isEqualTo(units(100));
  }

  @Test
  void aVoidMakesRoomForWhoWaits() {
    Deciding deciding =
        Deciding.under(new Safeguards(units(100), DAY.multipliedBy(14), Clawback.DEFAULT));
    deciding.cycle(contribution(1, "a"), contribution(2, "b"));

    assertThat(told(deciding.rule(VOID, BENEFICIARY, "a", DISPUTE)))
        .containsExactly("VOIDED DISPUTE 100", "HELD DISPUTE_WINDOW 100");
  }

  @Test
  void aSuspendedBeneficiaryIsPaidWhenResumed() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    deciding.rule(SUSPEND, BENEFICIARY, "a", OPERATOR);

    assertThat(told(deciding.cycle(contribution(1, "a"), contribution(2, "b"))))
        .containsExactly("HELD SUSPENDED 100", "APPROVED CONTRIBUTED 100");
    assertThat(told(deciding.rule(RESUME, BENEFICIARY, "a", OPERATOR)))
        .containsExactly("RELEASED OPERATOR 100");
    assertThat(told(deciding.cycle(contribution(3, "a"))))
        .containsExactly("APPROVED CONTRIBUTED 100");
  }

  @Test
  void aSuspensionStopsTheClockOfADisputeWindow() {
    Deciding deciding = Deciding.under(hold(14));
    deciding.cycle(contribution(1, "a"));

    assertThat(told(deciding.rule(SUSPEND, BENEFICIARY, "a", OPERATOR)))
        .containsExactly("HELD SUSPENDED 100");
    assertThat(deciding.due(CERTIFIED.plus(DAY.multipliedBy(99)))).isEmpty();
    assertThat(told(deciding.rule(RESUME, BENEFICIARY, "a", OPERATOR)))
        .as("the window is still open")
        .containsExactly("HELD DISPUTE_WINDOW 100");
  }
}
