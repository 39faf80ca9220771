package org.spineregistry.anchor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.spineregistry.anchor.settlement.SettlementRow;
import org.spineregistry.anchor.settlement.plan.Payment;
import org.spineregistry.anchor.settlement.plan.Share;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.SettlementIntent;

/**
 * A batch of payments. No wallet, and no transaction, since it would show the wallets.
 *
 * @param state signed, finalized or failed
 * @param released of a failed batch: its payouts may be paid by another
 * @param amountBaseUnits of all payments; decimal string
 * @param signatures of all attempts, newest last
 * @param signature of the transaction that paid; absent before
 * @param error why it failed; absent otherwise
 * @param doubts what stands in the way of a decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettlementAnswer(
    String batchId,
    String state,
    boolean stuck,
    boolean released,
    String amountBaseUnits,
    List<Paid> payments,
    List<String> signatures,
    String signature,
    Long slot,
    String error,
    List<String> doubts,
    Instant plannedAt,
    Instant updatedAt) {

  /** What one beneficiary gets. */
  record Paid(String beneficiaryId, String amountBaseUnits, List<String> payoutIds) {}

  static SettlementAnswer of(SettlementRow row) {
    SettlementIntent intent = row.batch().intent();
    return new SettlementAnswer(
        intent.getBatchId(),
        intent.getState().name().toLowerCase(Locale.ROOT),
        row.stuck(),
        intent.getReleased(),
        row.batch().amount().toString(),
        row.batch().payments().stream().map(SettlementAnswer::paid).toList(),
        intent.getAttempts().stream().map(AnchorAttempt::getSignature).toList(),
        intent.getSignature(),
        intent.getSlot(),
        intent.getError(),
        row.doubts(),
        intent.getPlannedAt(),
        intent.getUpdatedAt());
  }

  private static Paid paid(Payment payment) {
    return new Paid(
        payment.beneficiaryId(),
        payment.amount().toString(),
        payment.shares().stream().map(Share::payoutId).toList());
  }
}
