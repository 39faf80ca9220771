package org.spineregistry.anchor.reward.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.CAMPAIGN;
import static org.spineregistry.anchor.reward.Examples.units;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.anchor.reward.TokenPrice;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.PayoutKind;
import org.spineregistry.event.RulingCause;

class ReviewDecisionsTest {
  private static final Instant ACCEPTED = Instant.parse("2026-05-01T09:00:00Z");
  private static final TokenPrice PRICE =
      new TokenPrice("price-event", new BigDecimal("0.0123"), ACCEPTED);

  private final MemoryBook book = new MemoryBook();

  /** Expected amount from the vectors: 0.97 dollars at 0.0123. */
  @Test
  void paysACompleteReviewInTokensAtThePrice() {
    Decision decision = decide(Caps.NONE, Safeguards.NONE, review(1, true)).orElseThrow();

    Payout payout = decision.known().payout();
    assertThat(decision.verdict()).isEqualTo(PayoutDecision.APPROVED);
    assertThat(decision.reason()).isEqualTo("REVIEWED");
    assertThat(payout.kind()).isEqualTo(PayoutKind.REVIEW);
    assertThat(payout.granted()).hasToString("78861788617");
    assertThat(payout.beneficiaryId()).isEqualTo("reviewer-1");
    assertThat(payout.subjectId()).isEqualTo(reviewId(1));
    assertThat(payout.usd().amount()).isEqualTo("0.97");
    assertThat(payout.usd().price()).isEqualTo("0.0123");
    assertThat(payout.usd().priceEventId()).isEqualTo("price-event");
    assertThat(decision.known().earned().cycleId()).isNull();
    assertThat(decision.known().earned().causes()).containsExactly("accepted-1");
    assertThat(decision.effectiveAt()).isEqualTo(ACCEPTED);
  }

  @Test
  void paysAReviewOnceEver() {
    decide(Caps.NONE, Safeguards.NONE, review(1, true));

    assertThat(decide(Caps.NONE, Safeguards.NONE, review(1, true))).isEmpty();
  }

  @Test
  void paysNothingForAReviewThatIsNotComplete() {
    assertThat(decide(Caps.NONE, Safeguards.NONE, review(1, false))).isEmpty();
  }

  @Test
  void theCapOfADayCutsAndTheCutIsSaid() {
    Caps caps = new Caps(units(1), units(100_000_000_000L), units(1));
    decide(caps, Safeguards.NONE, review(1, true));

    Decision second = decide(caps, Safeguards.NONE, review(2, true)).orElseThrow();

    assertThat(second.reason()).isEqualTo("CAPPED");
    assertThat(second.known().payout().granted()).hasToString("21138211383");
    assertThat(second.known().payout().requested()).hasToString("78861788617");
  }

  @Test
  void aReviewThatTheBudgetDoesNotHoldIsHeld() {
    Safeguards budget = new Safeguards(units(100_000_000_000L), Duration.ZERO, Clawback.DEFAULT);
    decide(Caps.NONE, budget, review(1, true));

    Decision second = decide(Caps.NONE, budget, review(2, true)).orElseThrow();

    assertThat(second.verdict()).isEqualTo(PayoutDecision.HELD);
    assertThat(second.reason()).isEqualTo("BUDGET");
  }

  @Test
  void aSuspendedReviewerWaits() {
    book.suspend("reviewer-1", true);

    assertThat(decide(Caps.NONE, Safeguards.NONE, review(1, true)).orElseThrow().reason())
        .isEqualTo("SUSPENDED");
  }

  @Test
  void whatWaitedCanBeDisputedFromTheDecisionOn() {
    Safeguards hold = new Safeguards(null, Duration.ofDays(14), Clawback.DEFAULT);
    Instant decided = ACCEPTED.plus(Duration.ofDays(30));
    RewardPolicies policies = RewardPolicies.of(List.of(Examples.withReviews(1, Caps.NONE, hold)));

    Decision decision =
        new ReviewDecisions(book, policies, new Occasion(decided, PRICE, true))
            .decide(review(1, true))
            .get(0);

    assertThat(decision.known().hold().until()).isEqualTo(decided.plus(Duration.ofDays(14)));
  }

  @Test
  void aRevokedReviewerEarnsNothingForWhatWaited() {
    book.bar("reviewer-1", new Bar(RulingCause.CREDENTIAL_REVOKED, ACCEPTED.plusSeconds(60)));

    assertThat(decide(Caps.NONE, Safeguards.NONE, review(1, true))).isEmpty();
  }

  @Test
  void anIdThatCouldCollideIsAProblem() {
    AcceptedReview review = new AcceptedReview("a|b", "", "c d", true, ACCEPTED, "event");

    assertThat(review.problems())
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly("reviewId", "campaignId", "credentialId");
  }

  private Optional<Decision> decide(Caps caps, Safeguards safeguards, AcceptedReview review) {
    RewardPolicies policies = RewardPolicies.of(List.of(Examples.withReviews(1, caps, safeguards)));
    List<Decision> decisions =
        new ReviewDecisions(book, policies, new Occasion(ACCEPTED, PRICE, false)).decide(review);
    return decisions.stream().findFirst();
  }

  private static AcceptedReview review(int number, boolean isComplete) {
    return new AcceptedReview(
        reviewId(number), CAMPAIGN, "reviewer-1", isComplete, ACCEPTED, "accepted-" + number);
  }

  private static String reviewId(int number) {
    return new UUID(0x4000L, 0x8000000000000000L | number).toString();
  }
}
