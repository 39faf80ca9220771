package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.event.RulingAction;
import org.spineregistry.event.RulingCause;
import org.spineregistry.event.RulingTarget;

/**
 * What somebody with authority says about payouts.
 *
 * @param amount how much of one payout to reverse; null for all that is left
 * @param at when it was said
 * @param eventId its event
 */
public record Ruling(
    String rulingId,
    RulingAction action,
    RulingTarget target,
    String targetId,
    RulingCause cause,
    BaseUnits amount,
    Instant at,
    String eventId) {

  /** What makes it no ruling; each names a field and its rule. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (action == RulingAction.UNKNOWN) {
      problems.add("action: HOLD, RELEASE, VOID, REVERSE, SUSPEND or RESUME");
    }
    if (target == RulingTarget.UNKNOWN) {
      problems.add("target: PAYOUT, CASE or BENEFICIARY");
    }
    if (cause == RulingCause.UNKNOWN) {
      problems.add("cause: one of those of the documentation");
    }
    if (targetId.isBlank()) {
      problems.add("targetId: a payoutId, caseId or beneficiaryId");
    }
    boolean ofBeneficiaries = action == RulingAction.SUSPEND || action == RulingAction.RESUME;
    if (ofBeneficiaries && target != RulingTarget.BENEFICIARY) {
      problems.add("target: only a BENEFICIARY is suspended or resumed");
    }
    if (amount != null && (action != RulingAction.REVERSE || target != RulingTarget.PAYOUT)) {
      problems.add("amountBaseUnits: only to REVERSE a PAYOUT in part");
    }
    if (amount != null && amount.value().signum() == 0) {
      problems.add("amountBaseUnits: above zero");
    }
    return problems;
  }
}
