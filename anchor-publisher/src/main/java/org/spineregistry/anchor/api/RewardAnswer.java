package org.spineregistry.anchor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.RewardManifest;

/**
 * The payouts of a cycle as the API shows them.
 *
 * @param sha256 over the sorted lines {@code payoutId:amountBaseUnits}, each ended by LF
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RewardAnswer(
    String cycleId,
    String campaignId,
    String policyId,
    int policyVersion,
    int payouts,
    Map<String, Integer> payoutsPerKind,
    Amount granted,
    Amount cut,
    String sha256,
    Instant effectiveAt) {

  /**
   * An amount.
   *
   * @param baseUnits decimal string
   * @param tokens the same for people; absent when the policy version is not configured any more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Amount(String baseUnits, String tokens, String symbol) {
    static Amount of(String baseUnits, Token token) {
      return token == null
          ? new Amount(baseUnits, null, null)
          : new Amount(
              baseUnits, BaseUnits.parse(baseUnits).inTokens(token.decimals()), token.symbol());
    }
  }

  /**
   * @param token null when the policy version is not configured any more
   */
  static RewardAnswer of(CycleRewarded cycle, Token token) {
    RewardManifest manifest = cycle.getManifest();
    return new RewardAnswer(
        cycle.getCycleId(),
        cycle.getCampaignId(),
        manifest.getPolicyId(),
        manifest.getPolicyVersion(),
        manifest.getPayouts(),
        new TreeMap<>(manifest.getPayoutsPerKind()),
        Amount.of(manifest.getGrantedBaseUnits(), token),
        Amount.of(manifest.getCutBaseUnits(), token),
        manifest.getSha256(),
        cycle.getEffectiveAt());
  }
}
