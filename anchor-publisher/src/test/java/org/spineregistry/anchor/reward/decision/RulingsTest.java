package org.spineregistry.anchor.reward.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.caseId;
import static org.spineregistry.anchor.reward.Examples.contribution;
import static org.spineregistry.anchor.reward.Examples.revision;
import static org.spineregistry.anchor.reward.Examples.units;
import static org.spineregistry.anchor.reward.decision.Deciding.CERTIFIED;
import static org.spineregistry.anchor.reward.decision.Deciding.budget;
import static org.spineregistry.anchor.reward.decision.Deciding.hold;
import static org.spineregistry.anchor.reward.decision.Deciding.told;
import static org.spineregistry.event.RulingAction.REVERSE;
import static org.spineregistry.event.RulingCause.CASE_WITHDRAWN;
import static org.spineregistry.event.RulingCause.CREDENTIAL_REVOKED;
import static org.spineregistry.event.RulingCause.DUPLICATE_CASE;
import static org.spineregistry.event.RulingCause.ENTERED_IN_ERROR;
import static org.spineregistry.event.RulingCause.IDENTIFIER_FOUND;
import static org.spineregistry.event.RulingCause.OPERATOR;
import static org.spineregistry.event.RulingTarget.BENEFICIARY;
import static org.spineregistry.event.RulingTarget.CASE;
import static org.spineregistry.event.RulingTarget.PAYOUT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RulingAction;
import org.spineregistry.event.RulingCause;
import org.spineregistry.event.RulingTarget;

class RulingsTest {
  private static final Instant LATER = CERTIFIED.plusSeconds(60);

  @Test
  void aReversalIsAPayoutOfItsOwnThatNamesWhatItTakesBack() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    Payout original = deciding.cycle(contribution(1, "a")).get(0).known().payout();

    List<Decision> decisions = deciding.rule(REVERSE, CASE, caseId(1), IDENTIFIER_FOUND);

    assertThat(told(decisions)).containsExactly("REVERSED IDENTIFIER_FOUND -100");
    Decision.Reversal reversal = decisions.get(0).reversal();
    assertThat(reversal.payout().subjectId()).isEqualTo(original.payoutId());
    assertThat(reversal.payout().beneficiaryId()).isEqualTo("a");
    assertThat(reversal.payout().payoutId()).isNotEqualTo(original.payoutId());
    assertThat(reversal.sequence()).isEqualTo(1);
    assertThat(reversal.recovery()).isEqualTo(Recovery.OFFSET_FUTURE);
    assertThat(deciding.used()).isEqualTo(units(0));
  }

  @Test
  void aWithdrawalDoesNotLiftWhatADuplicateBars() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    deciding.rule(REVERSE, CASE, caseId(1), DUPLICATE_CASE);
    deciding.rule(REVERSE, CASE, caseId(1), CASE_WITHDRAWN);

    assertThat(deciding.cycle(contribution(1, "a"))).isEmpty();
  }

  /** Expected from Python: uuid.uuid5 in the namespace urn:spine-registry:payouts. */
  @Test
  void theIdOfAReversalFollowsFromWhatItTakesBack() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    String original = deciding.cycle(contribution(1, "surgeon-aaaaaa")).get(0).known().payoutId();

    Decision decision = deciding.rule(REVERSE, PAYOUT, original, OPERATOR).get(0);

    assertThat(original).isEqualTo("f4e62ea8-fee7-5545-be3c-baf2584b1a34");
    assertThat(decision.reversal().payout().payoutId())
        .isEqualTo("b673bb29-c4ea-5e98-9e0b-155d73f35ecf");
  }

  @Test
  void reversalsNeverExceedThePayout() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    String payoutId = deciding.cycle(contribution(1, "a")).get(0).known().payoutId();

    assertThat(told(inPart(deciding, payoutId, 60))).containsExactly("REVERSED OPERATOR -60");
    assertThat(inPart(deciding, payoutId, 60)).isEmpty();
    assertThat(told(inPart(deciding, payoutId, 40))).containsExactly("REVERSED OPERATOR -40");
    assertThat(deciding.rule(REVERSE, PAYOUT, payoutId, OPERATOR)).isEmpty();
    assertThat(deciding.book.payout(payoutId).orElseThrow().reversals()).isEqualTo(2);
  }

  @Test
  void theSameRulingAgainChangesNothing() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    String payoutId = deciding.cycle(contribution(1, "a")).get(0).known().payoutId();
    Ruling ruling =
        new Ruling(
            new UUID(1, 1).toString(),
            REVERSE,
            PAYOUT,
            payoutId,
            OPERATOR,
            units(10),
            LATER,
            "event");

    assertThat(deciding.apply(ruling)).hasSize(1);
    assertThat(deciding.apply(ruling)).isEmpty();
    assertThat(deciding.used()).isEqualTo(units(90));
  }

  @Test
  void whatIsHeldIsVoidedInsteadOfReversed() {
    Deciding deciding = Deciding.under(hold(14));
    deciding.cycle(contribution(1, "a"));

    assertThat(told(deciding.rule(REVERSE, CASE, caseId(1), DUPLICATE_CASE)))
        .containsExactly("VOIDED DUPLICATE_CASE 100");
  }

  @Test
  void aPatientsWithdrawalCostsTheContributorNothing() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    deciding.cycle(contribution(1, "a"));

    assertThat(deciding.rule(REVERSE, CASE, caseId(1), CASE_WITHDRAWN)).isEmpty();
    assertThat(deciding.outcome().outOfReach()).isEqualTo(1);
  }

  @Test
  void aRevokedCredentialReachesBackFourteenDays() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    deciding.outcome(CERTIFIED.minus(Duration.ofDays(15)), contribution(1, "a"));
    deciding.outcome(CERTIFIED.minus(Duration.ofDays(14)), contribution(2, "a"));

    List<Decision> decisions =
        deciding.rule(REVERSE, BENEFICIARY, "a", CREDENTIAL_REVOKED, null, CERTIFIED);

    assertThat(told(decisions)).containsExactly("REVERSED CREDENTIAL_REVOKED -100");
    assertThat(decisions.get(0).known().payout().subjectId()).startsWith(caseId(2));
    assertThat(deciding.outcome().outOfReach()).isEqualTo(1);
  }

  /** Either order ends with the same sum. */
  @Test
  void aCaseThatWasAnErrorEarnsNothingWhicheverComesFirst() {
    Deciding before = Deciding.under(Safeguards.NONE);
    before.rule(REVERSE, CASE, caseId(1), ENTERED_IN_ERROR);
    assertThat(before.cycle(contribution(1, "a"), contribution(2, "a"))).hasSize(1);

    Deciding after = Deciding.under(Safeguards.NONE);
    after.cycle(contribution(1, "a"), contribution(2, "a"));
    after.rule(REVERSE, CASE, caseId(1), ENTERED_IN_ERROR);

    assertThat(before.used()).isEqualTo(after.used()).isEqualTo(units(100));
  }

  @Test
  void aPatientsWithdrawalBeforeTheAnchorIsFinalDoesNotStopThePayOfThatCycle() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    deciding.rule(REVERSE, CASE, caseId(1), CASE_WITHDRAWN);

    assertThat(deciding.cycle(contribution(1, "a"))).hasSize(1);
  }

  @Test
  void aWindowThatALaterRevisionEmptiesIsReversed() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    deciding.cycle(revision(2, 1, "a", "3m", "12m"));

    var outcome = deciding.outcome(CERTIFIED, revision(3, 1, "a", "12m"));

    assertThat(told(outcome.others())).containsExactly("REVERSED WINDOW_EMPTIED -30");
    assertThat(outcome.granted()).isEmpty();
    assertThat(deciding.outcome(CERTIFIED, revision(4, 1, "a", "12m")).others())
        .as("once")
        .isEmpty();
  }

  @Test
  void anEarlierCohortThatIsAnchoredLaterEmptiesNothing() {
    Deciding deciding = Deciding.under(Safeguards.NONE);
    deciding.cycle(revision(2, 1, "a", "3m"));

    assertThat(deciding.outcome(CERTIFIED, revision(1, 1, "a")).others()).isEmpty();
    assertThat(deciding.outcome(CERTIFIED, revision(2, 1, "a")).others()).isEmpty();
  }

  @Test
  void aReversalMakesRoomInTheBudget() {
    Deciding deciding = Deciding.under(budget(100));
    deciding.cycle(contribution(1, "a"), contribution(2, "b"));

    assertThat(told(deciding.rule(REVERSE, CASE, caseId(1), DUPLICATE_CASE)))
        .containsExactly("REVERSED DUPLICATE_CASE -100", "RELEASED BUDGET_AVAILABLE 100");
    assertThat(deciding.outcome().changed()).isEqualTo(1);
  }

  @Test
  void aRulingOnNothingFindsNothing() {
    Deciding deciding = Deciding.under(Safeguards.NONE);

    assertThat(deciding.rule(REVERSE, PAYOUT, "unheard-of", OPERATOR)).isEmpty();
    assertThat(deciding.outcome().found()).isZero();
  }

  @Test
  void everythingThatIsWrongWithARulingIsSaidAtOnce() {
    Ruling nothing =
        new Ruling(
            "id",
            RulingAction.UNKNOWN,
            RulingTarget.UNKNOWN,
            " ",
            RulingCause.UNKNOWN,
            BaseUnits.ZERO,
            LATER,
            "event");

    assertThat(nothing.problems())
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly(
            "action", "target", "cause", "targetId", "amountBaseUnits", "amountBaseUnits");
  }

  @ParameterizedTest
  @EnumSource(
      value = RulingAction.class,
      names = {"SUSPEND", "RESUME"})
  void onlyABeneficiaryIsSuspendedOrResumed(RulingAction action) {
    Ruling ruling =
        new Ruling("id", action, RulingTarget.CASE, "case", OPERATOR, null, LATER, "event");

    assertThat(ruling.problems()).singleElement().asString().startsWith("target: ");
  }

  private static List<Decision> inPart(Deciding deciding, String payoutId, long amount) {
    return deciding.rule(REVERSE, PAYOUT, payoutId, OPERATOR, units(amount), LATER);
  }
}
