package org.spineregistry.anchor.reward;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One version of the rules of payment.
 *
 * @param validFrom cycles certified at this time or later fall under this version; null for the
 *     first version
 * @param price which prices turn dollars into tokens; null when no tariff names dollars
 * @param campaigns by campaignId; other campaigns earn nothing under this version
 */
public record RewardPolicy(
    String policyId,
    int version,
    Instant validFrom,
    Token token,
    PriceRule price,
    Map<String, CampaignTariffs> campaigns) {
  public RewardPolicy {
    campaigns = Map.copyOf(campaigns);
  }

  /** Without dollars. */
  public RewardPolicy(
      String policyId,
      int version,
      Instant validFrom,
      Token token,
      Map<String, CampaignTariffs> campaigns) {
    this(policyId, version, validFrom, token, null, campaigns);
  }

  public Optional<CampaignTariffs> campaign(String campaignId) {
    return Optional.ofNullable(campaigns.get(campaignId));
  }
}
