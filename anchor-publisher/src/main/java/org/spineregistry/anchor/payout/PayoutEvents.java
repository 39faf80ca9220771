package org.spineregistry.anchor.payout;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.spineregistry.anchor.reward.Manifest;
import org.spineregistry.anchor.reward.Payout;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.Currency;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardManifest;

/**
 * Writes decisions as events. Every field follows from the anchored cycle and the policy, none from
 * a clock or a look-up.
 */
final class PayoutEvents {
  /** The contribution is part of a certified and anchored cycle. */
  static final String CONTRIBUTED = "CONTRIBUTED";

  /** As before, and a cap of the policy cut the amount. */
  static final String CAPPED = "CAPPED";

  private final RewardPolicy policy;
  private final AnchorFinalized anchor;
  private final List<String> causes;

  /**
   * @param anchorEventId event id of the anchor
   */
  PayoutEvents(RewardPolicy policy, AnchorFinalized anchor, String anchorEventId) {
    this.policy = policy;
    this.anchor = anchor;
    this.causes = Stream.of(anchorEventId, anchor.getCauseId()).filter(Objects::nonNull).toList();
  }

  RewardGranted granted(Payout payout) {
    return RewardGranted.newBuilder()
        .setPayoutId(payout.payoutId())
        .setKind(payout.kind())
        .setDecision(PayoutDecision.APPROVED)
        .setBeneficiaryId(payout.beneficiaryId())
        .setSubjectId(payout.subjectId())
        .setAmountBaseUnits(payout.granted().toString())
        .setRequestedBaseUnits(payout.requested().toString())
        .setCurrency(currency(policy.token()))
        .setUsdReference(null)
        .setPolicyId(policy.policyId())
        .setPolicyVersion(policy.version())
        .setReasonCode(payout.capped() ? CAPPED : CONTRIBUTED)
        .setCauseEventIds(causes)
        .setCycleId(anchor.getCycleId())
        .setReverses(null)
        .setSupersedes(null)
        .setEffectiveAt(anchor.getCertifiedAt())
        .build();
  }

  CycleRewarded rewarded(Manifest manifest) {
    return CycleRewarded.newBuilder()
        .setCycleId(anchor.getCycleId())
        .setCampaignId(anchor.getCampaignId())
        .setManifest(
            RewardManifest.newBuilder()
                .setPolicyId(policy.policyId())
                .setPolicyVersion(policy.version())
                .setPayouts(manifest.payouts())
                .setPayoutsPerKind(manifest.payoutsPerKind())
                .setGrantedBaseUnits(manifest.granted().toString())
                .setCutBaseUnits(manifest.cut().toString())
                .setSha256(manifest.sha256())
                .build())
        .setEffectiveAt(anchor.getCertifiedAt())
        .build();
  }

  private static Currency currency(Token token) {
    return Currency.newBuilder()
        .setSymbol(token.symbol())
        .setDecimals(token.decimals())
        .setMint(token.mint())
        .build();
  }
}
