package org.spineregistry.anchor.payout;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.spineregistry.anchor.reward.Amount;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.TokenPrice;
import org.spineregistry.anchor.reward.decision.AcceptedReview;
import org.spineregistry.anchor.reward.decision.Cycle;
import org.spineregistry.anchor.reward.decision.Ruling;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.ReviewAccepted;
import org.spineregistry.event.RewardRuling;
import org.spineregistry.event.RulingAction;
import org.spineregistry.event.RulingCause;
import org.spineregistry.event.RulingTarget;
import org.spineregistry.event.TokenPriceQuoted;
import org.spineregistry.event.WithdrawalReason;

/** Reads events as what is decided on. */
final class InputEvents {
  private InputEvents() {}

  static Ruling ruling(RewardRuling ruling, String eventId) {
    String amount = ruling.getAmountBaseUnits();
    return new Ruling(
        ruling.getRulingId(),
        ruling.getAction(),
        ruling.getTarget(),
        ruling.getTargetId(),
        ruling.getCause(),
        amount == null ? null : amount(amount),
        ruling.getRuledAt(),
        eventId);
  }

  /** A withdrawal asks for what the policy takes back; by default only what was an error. */
  static Ruling ruling(CaseWithdrawn withdrawn, String eventId) {
    return new Ruling(
        eventId,
        RulingAction.REVERSE,
        RulingTarget.CASE,
        withdrawn.getCaseId(),
        withdrawn.getReason() == WithdrawalReason.ENTERED_IN_ERROR
            ? RulingCause.ENTERED_IN_ERROR
            : RulingCause.CASE_WITHDRAWN,
        null,
        withdrawn.getWithdrawnAt(),
        eventId);
  }

  static Cycle cycle(AnchorFinalized anchor, String eventId) {
    return new Cycle(
        anchor.getCycleId(),
        anchor.getCampaignId(),
        anchor.getCertifiedAt(),
        eventId,
        Stream.of(eventId, anchor.getCauseId()).filter(Objects::nonNull).toList());
  }

  static AcceptedReview review(ReviewAccepted review, String eventId) {
    return new AcceptedReview(
        review.getReviewId(),
        review.getCampaignId(),
        review.getCredentialId(),
        review.getComplete(),
        review.getAcceptedAt(),
        eventId);
  }

  /** Empty when it says no amount above zero. */
  static Optional<TokenPrice> price(TokenPriceQuoted quoted, String eventId) {
    String text = quoted.getUsdPerToken();
    return Optional.of(text)
        .filter(Amount.Dollars::isWellFormed)
        .map(BigDecimal::new)
        .filter(usd -> usd.signum() > 0)
        .map(usd -> new TokenPrice(eventId, usd, quoted.getQuotedAt()));
  }

  /** What is no amount becomes zero, which is no amount to reverse. */
  private static BaseUnits amount(String text) {
    return BaseUnits.isWellFormed(text) ? BaseUnits.parse(text) : BaseUnits.ZERO;
  }
}
