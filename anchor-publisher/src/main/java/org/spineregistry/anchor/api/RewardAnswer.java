package org.spineregistry.anchor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.ReviewDayRewarded;
import org.spineregistry.event.RewardManifest;

/**
 * The payouts of a cycle, or for the reviews of a day, as the API shows them.
 *
 * @param cycleId null for a day
 * @param day null for a cycle
 * @param revision of a day's manifest: the highest holds all
 * @param sha256 over the sorted lines {@code payoutId:amountBaseUnits}, each ended by LF
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RewardAnswer(
    String cycleId,
    String campaignId,
    String day,
    Integer revision,
    String policyId,
    int policyVersion,
    int payouts,
    Map<String, Integer> payoutsPerKind,
    Amount granted,
    Amount cut,
    Amount held,
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
    return of(
        cycle.getCycleId(),
        cycle.getCampaignId(),
        null,
        null,
        cycle.getManifest(),
        token,
        cycle.getEffectiveAt());
  }

  /**
   * @param token null when the policy version is not configured any more
   */
  static RewardAnswer of(ReviewDayRewarded day, Token token) {
    return of(
        null,
        day.getCampaignId(),
        day.getDay(),
        day.getRevision(),
        day.getManifest(),
        token,
        day.getEffectiveAt());
  }

  private static RewardAnswer of(
      String cycleId,
      String campaignId,
      String day,
      Integer revision,
      RewardManifest manifest,
      Token token,
      Instant effectiveAt) {
    return new RewardAnswer(
        cycleId,
        campaignId,
        day,
        revision,
        manifest.getPolicyId(),
        manifest.getPolicyVersion(),
        manifest.getPayouts(),
        new TreeMap<>(manifest.getPayoutsPerKind()),
        Amount.of(manifest.getGrantedBaseUnits(), token),
        Amount.of(manifest.getCutBaseUnits(), token),
        Amount.of(manifest.getHeldBaseUnits(), token),
        manifest.getSha256(),
        effectiveAt);
  }
}
