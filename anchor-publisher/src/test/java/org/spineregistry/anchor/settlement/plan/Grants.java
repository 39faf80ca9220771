package org.spineregistry.anchor.settlement.plan;

import java.util.List;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.event.Currency;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.PayoutKind;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;

/** Decisions as the publisher writes them. */
public final class Grants {
  private Grants() {}

  public static RewardGranted approved(String payoutId, String beneficiary, long amount) {
    return decided(payoutId, beneficiary, amount, PayoutDecision.APPROVED);
  }

  public static RewardGranted decided(
      String payoutId, String beneficiary, long amount, PayoutDecision decision) {
    return base(payoutId, beneficiary, Long.toString(amount))
        .setKind(PayoutKind.CASE_BASELINE)
        .setDecision(decision)
        .build();
  }

  public static RewardGranted reversal(
      String payoutId, RewardGranted original, long amount, Recovery recovery) {
    return base(payoutId, original.getBeneficiaryId(), "-" + amount)
        .setKind(PayoutKind.REVERSAL)
        .setDecision(PayoutDecision.REVERSED)
        .setReverses(original.getPayoutId())
        .setRecovery(recovery)
        .build();
  }

  public static RewardGranted in(RewardGranted granted, String mint, int decimals) {
    return RewardGranted.newBuilder(granted).setCurrency(currency(mint, decimals)).build();
  }

  private static Currency currency(String mint, int decimals) {
    return Currency.newBuilder().setSymbol("SPINE").setDecimals(decimals).setMint(mint).build();
  }

  private static RewardGranted.Builder base(String payoutId, String beneficiary, String amount) {
    return RewardGranted.newBuilder()
        .setPayoutId(payoutId)
        .setBeneficiaryId(beneficiary)
        .setSubjectId("subject/" + payoutId)
        .setAmountBaseUnits(amount)
        .setRequestedBaseUnits(amount)
        .setCurrency(currency(null, 9))
        .setPolicyId("policy")
        .setPolicyVersion(1)
        .setReasonCode("CONTRIBUTED")
        .setCauseEventIds(List.of())
        .setEffectiveAt(Certified.AT);
  }
}
