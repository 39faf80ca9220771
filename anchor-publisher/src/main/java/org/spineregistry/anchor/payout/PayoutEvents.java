package org.spineregistry.anchor.payout;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.anchor.reward.Asked;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.anchor.reward.decision.Cycle;
import org.spineregistry.anchor.reward.decision.Decision;
import org.spineregistry.anchor.reward.decision.Decision.Reversal;
import org.spineregistry.anchor.reward.decision.Earned;
import org.spineregistry.anchor.reward.decision.KnownPayout;
import org.spineregistry.anchor.reward.decision.Manifest;
import org.spineregistry.anchor.reward.decision.Payout;
import org.spineregistry.event.Currency;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.ReviewDayRewarded;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardManifest;
import org.spineregistry.event.UsdReference;

/**
 * Writes decisions as events. Every field follows from what was decided and the policy, none from a
 * clock or a look-up.
 */
final class PayoutEvents {
  private final RewardPolicies policies;

  PayoutEvents(RewardPolicies policies) {
    this.policies = policies;
  }

  RewardGranted of(Decision decision) {
    Earned earned = decision.known().earned();
    return decision.reversal() == null
        ? event(decision, earned.payout(), earned.policyVersion())
            .setSequence(0)
            .setAmountBaseUnits(earned.payout().granted().toString())
            .setRequestedBaseUnits(earned.payout().requested().toString())
            .build()
        : reversal(decision, earned.payout(), decision.reversal());
  }

  private RewardGranted reversal(Decision decision, Payout original, Reversal reversal) {
    String amount = "-" + reversal.payout().granted();
    return event(decision, reversal.payout(), reversal.policyVersion())
        .setSequence(reversal.sequence())
        .setAmountBaseUnits(amount)
        .setRequestedBaseUnits(amount)
        .setReverses(original.payoutId())
        .setRecovery(reversal.recovery())
        .build();
  }

  private RewardGranted.Builder event(Decision decision, Payout payout, int version) {
    Earned earned = decision.known().earned();
    RewardPolicy policy = policies.version(version).orElseThrow();
    boolean isHeld = decision.known().isHeld();
    return RewardGranted.newBuilder()
        .setPayoutId(payout.payoutId())
        .setKind(payout.kind())
        .setDecision(decision.verdict())
        .setBeneficiaryId(payout.beneficiaryId())
        .setSubjectId(payout.subjectId())
        .setCurrency(currency(policy.token()))
        .setUsdReference(usd(payout.usd()))
        .setPolicyId(policy.policyId())
        .setPolicyVersion(version)
        .setReasonCode(decision.reason())
        .setCauseEventIds(causes(decision.cause(), earned.causes()))
        .setCycleId(earned.cycleId())
        .setReverses(null)
        .setSupersedes(null)
        .setRecovery(null)
        .setHeldUntil(isHeld ? decision.known().hold().until() : null)
        .setEffectiveAt(decision.effectiveAt());
  }

  CycleRewarded rewarded(Cycle cycle, List<Decision> granted) {
    return CycleRewarded.newBuilder()
        .setCycleId(cycle.cycleId())
        .setCampaignId(cycle.campaignId())
        .setManifest(
            manifest(
                policies.at(cycle.certifiedAt()), granted.stream().map(Decision::known).toList()))
        .setEffectiveAt(cycle.certifiedAt())
        .build();
  }

  ReviewDayRewarded rewarded(ReviewDays.Due due, List<KnownPayout> granted) {
    return ReviewDayRewarded.newBuilder()
        .setCampaignId(due.campaignId())
        .setDay(due.day().toString())
        .setRevision(due.revision())
        .setManifest(manifest(policies.at(due.last()), granted))
        .setEffectiveAt(due.last())
        .build();
  }

  private static RewardManifest manifest(RewardPolicy policy, List<KnownPayout> granted) {
    Manifest manifest = Manifest.of(granted);
    return RewardManifest.newBuilder()
        .setPolicyId(policy.policyId())
        .setPolicyVersion(policy.version())
        .setPayouts(manifest.payouts())
        .setPayoutsPerKind(manifest.payoutsPerKind())
        .setGrantedBaseUnits(manifest.granted().toString())
        .setCutBaseUnits(manifest.cut().toString())
        .setHeldBaseUnits(manifest.held().toString())
        .setSha256(manifest.sha256())
        .build();
  }

  private static UsdReference usd(Asked.UsdTerms usd) {
    return usd == null
        ? null
        : UsdReference.newBuilder()
            .setAmount(usd.amount())
            .setPrice(usd.price())
            .setPriceEventId(usd.priceEventId())
            .build();
  }

  private static List<String> causes(String cause, List<String> earned) {
    if (cause == null) {
      return earned;
    }
    List<String> all = new ArrayList<>(earned);
    all.add(cause);
    return all;
  }

  private static Currency currency(Token token) {
    return Currency.newBuilder()
        .setSymbol(token.symbol())
        .setDecimals(token.decimals())
        .setMint(token.mint())
        .build();
  }
}
