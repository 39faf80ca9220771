package org.spineregistry.anchor.reward.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.event.PayoutKind;
import org.spineregistry.event.RulingCause;

/** What every book keeps. */
public abstract class RewardBookContract {
  private static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  private RewardBook book;

  protected abstract RewardBook book();

  @BeforeEach
  void open() {
    book = book();
  }

  @Test
  void findsAPayoutByIdSubjectCaseAndBeneficiary() {
    KnownPayout payout = payout("1", "case-1/3m", "a", null);
    KnownPayout other = payout("2", "case-10/3m", "ab", null);
    book.add(payout);
    book.add(other);

    assertThat(book.payout("1")).contains(payout);
    assertThat(book.ofSubject("case-1/3m")).contains(payout);
    assertThat(book.ofCase("case-1")).containsExactly(payout);
    assertThat(book.ofBeneficiary("a")).containsExactly(payout);
    assertThat(book.payout("3")).isEmpty();
    assertThat(book.ofSubject("case-2/3m")).isEmpty();
  }

  @Test
  void theEarliestHoldsEndFirst() {
    KnownPayout late = payout("1", "c1/3m", "a", until(20));
    KnownPayout early = payout("2", "c2/3m", "a", until(10));
    KnownPayout later = payout("3", "c3/3m", "a", until(30));
    KnownPayout disputed = payout("4", "c4/3m", "a", Hold.of(Hold.Reason.DISPUTED));
    List.of(late, early, later, disputed).forEach(book::add);

    assertThat(book.due(AT.plusSeconds(20))).containsExactly(early, late);
    assertThat(book.due(AT.plusSeconds(9))).isEmpty();

    book.put(early.with(null));
    assertThat(book.due(AT.plusSeconds(20))).containsExactly(late);
  }

  @Test
  void whoWaitsForTheBudgetKeepsTheOrderOfTheDecisions() {
    KnownPayout second = waiting("1", "campaign", AT, 10);
    KnownPayout first = waiting("2", "campaign", AT, 9);
    KnownPayout earlier = waiting("3", "campaign", AT.minusSeconds(1), 99);
    KnownPayout elsewhere = waiting("4", "campaign-2", AT, 1);
    List.of(second, first, earlier, elsewhere).forEach(book::add);

    assertThat(book.waitingForBudget("campaign")).containsExactly(earlier, first, second);
    assertThat(book.used("campaign")).isEqualTo(BaseUnits.ZERO);

    book.put(earlier.with(null));
    assertThat(book.waitingForBudget("campaign")).containsExactly(first, second);
    assertThat(book.used("campaign")).isEqualTo(units(100));
  }

  @Test
  void whatIsUsedFollowsEveryChange() {
    KnownPayout payout = payout("1", "c/3m", "a", until(10));
    book.add(payout);
    assertThat(book.used("campaign")).isEqualTo(units(100));

    book.put(payout.with(null).takenBack(units(30)));
    assertThat(book.used("campaign")).isEqualTo(units(70));

    book.put(payout.voided());
    assertThat(book.used("campaign")).isEqualTo(BaseUnits.ZERO);
  }

  @Test
  void keepsDaysSuspensionsBarsAndRulings() {
    book.grantedOn("campaign", "a", DAY, units(5));
    assertThat(book.grantedOn("campaign", "a", DAY)).isEqualTo(units(5));
    assertThat(book.grantedOn("campaign", "a", DAY.plusDays(1))).isEqualTo(BaseUnits.ZERO);
    assertThat(book.grantedOn("campaign", "b", DAY)).isEqualTo(BaseUnits.ZERO);

    book.suspend("a", true);
    assertThat(book.isSuspended("a")).isTrue();
    book.suspend("a", false);
    assertThat(book.isSuspended("a")).isFalse();

    Bar bar = new Bar(RulingCause.DUPLICATE_CASE, AT);
    Bar weaker = new Bar(RulingCause.CASE_WITHDRAWN, AT.plusSeconds(1));
    book.bar("case", bar);
    book.bar("case", weaker);
    assertThat(book.bars("case")).containsExactlyInAnyOrder(bar, weaker);
    assertThat(book.bars("cas")).isEmpty();

    book.ruled(new RulingOutcome("ruling", 1, 1, 0, AT));
    assertThat(book.isRuled("ruling")).isTrue();
    assertThat(book.isRuled("another")).isFalse();
  }

  private static Hold until(int seconds) {
    return new Hold(Hold.Reason.DISPUTE_WINDOW, AT.plusSeconds(seconds));
  }

  private static KnownPayout waiting(String id, String campaignId, Instant at, int place) {
    return KnownPayout.decided(
        new Earned(
            new Payout(id, PayoutKind.FOLLOW_UP_3M, "a", id + "/3m", units(100), units(100)),
            campaignId,
            "cycle",
            place,
            1,
            1,
            at,
            List.of("event")),
        Hold.of(Hold.Reason.BUDGET));
  }

  private static KnownPayout payout(String id, String subjectId, String beneficiaryId, Hold hold) {
    return KnownPayout.decided(
        new Earned(
            new Payout(
                id, PayoutKind.FOLLOW_UP_3M, beneficiaryId, subjectId, units(100), units(100)),
            "campaign",
            "cycle",
            0,
            1,
            1,
            AT,
            List.of("event")),
        hold);
  }
}
