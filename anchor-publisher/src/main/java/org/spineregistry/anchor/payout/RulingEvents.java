package org.spineregistry.anchor.payout;

import java.util.Objects;
import java.util.stream.Stream;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.decision.Cycle;
import org.spineregistry.anchor.reward.decision.Ruling;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.RewardRuling;
import org.spineregistry.event.RulingAction;
import org.spineregistry.event.RulingCause;
import org.spineregistry.event.RulingTarget;
import org.spineregistry.event.WithdrawalReason;

/** Reads events as what is decided on. */
final class RulingEvents {
  private RulingEvents() {}

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
  static Ruling ruling(CaseWithdrawn withdrawn, String caseId, String eventId) {
    return new Ruling(
        eventId,
        RulingAction.REVERSE,
        RulingTarget.CASE,
        caseId,
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

  /** What is no amount becomes zero, which is no amount to reverse. */
  private static BaseUnits amount(String text) {
    return BaseUnits.isWellFormed(text) ? BaseUnits.parse(text) : BaseUnits.ZERO;
  }
}
