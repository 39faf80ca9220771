package org.spineregistry.anchor.settlement;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.anchor.settlement.plan.Payment;
import org.spineregistry.anchor.settlement.plan.Share;
import org.spineregistry.event.IntentState;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;

/** What is reported of the payouts of a batch that has ended. Pure. */
final class Reports {
  /** Reason of a payout whose batch could not be paid; the batch says more. */
  static final String BATCH_FAILED = "BATCH_FAILED";

  private Reports() {}

  static List<RewardSettled> of(Batch ended) {
    boolean paid = ended.state() == IntentState.FINALIZED;
    List<RewardSettled> reports = new ArrayList<>();
    for (Payment payment : ended.payments()) {
      for (Share share : payment.shares()) {
        reports.add(
            RewardSettled.newBuilder()
                .setPayoutId(share.payoutId())
                .setBeneficiaryId(payment.beneficiaryId())
                .setStatus(paid ? SettlementStatus.SETTLED : SettlementStatus.FAILED)
                .setVersion(share.version())
                .setReason(paid ? null : BATCH_FAILED)
                .setSignature(paid ? ended.intent().getSignature() : null)
                .setAmountBaseUnits(paid ? share.paid().toString() : null)
                .setSettledAt(ended.intent().getUpdatedAt())
                .build());
      }
    }
    return reports;
  }
}
