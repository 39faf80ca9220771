package org.spineregistry.anchor.reward;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.spineregistry.event.PayoutKind;

/** A policy and contributions that tests share. Amounts are small, so that sums can be read. */
public final class Examples {
  public static final String CAMPAIGN = "sacroiliac-fusion";
  public static final Token SPINE = new Token("SPINE", 9, null);

  private Examples() {}

  public static RewardPolicy policy(int version, Caps caps) {
    return policy(version, caps, Safeguards.NONE);
  }

  public static RewardPolicy policy(int version, Caps caps, Safeguards safeguards) {
    return policy(version, null, caps, safeguards);
  }

  public static RewardPolicy policy(
      int version, Instant validFrom, Caps caps, Safeguards safeguards) {
    return new RewardPolicy(
        "example-contributions",
        version,
        validFrom,
        SPINE,
        Map.of(CAMPAIGN, tariffs(caps, safeguards)));
  }

  /** The same, and a review earns 0.97 dollars. */
  public static RewardPolicy withReviews(int version, Caps caps, Safeguards safeguards) {
    return withReviews("0.97", version, null, caps, safeguards);
  }

  public static RewardPolicy withReviews(
      String usd, int version, Instant validFrom, Caps caps, Safeguards safeguards) {
    CampaignTariffs cases = tariffs(caps, safeguards);
    Tariff review = new Tariff(PayoutKind.REVIEW, new Amount.Dollars(new BigDecimal(usd)));
    return new RewardPolicy(
        "example-contributions",
        version,
        validFrom,
        SPINE,
        new PriceRule(Duration.ofHours(24), new BigDecimal("0.001"), BigDecimal.ONE),
        Map.of(
            CAMPAIGN,
            new CampaignTariffs(
                cases.baseline(), cases.windows(), review, null, caps, safeguards)));
  }

  public static CampaignTariffs tariffs(Caps caps, Safeguards safeguards) {
    return new CampaignTariffs(
        tariff(PayoutKind.CASE_BASELINE, 100),
        new TreeMap<>(
            Map.of(
                "3m", tariff(PayoutKind.FOLLOW_UP_3M, 30),
                "12m", tariff(PayoutKind.FOLLOW_UP_12M, 80))),
        caps,
        safeguards);
  }

  public static Tariff tariff(PayoutKind kind, long amount) {
    return new Tariff(kind, units(amount));
  }

  public static BaseUnits units(long amount) {
    return BaseUnits.parse(Long.toString(amount));
  }

  public static Contribution contribution(long ordinal, String contributorId, String... windows) {
    return revision(1, ordinal, contributorId, windows);
  }

  public static Contribution revision(
      int revision, long ordinal, String contributorId, String... windows) {
    return new Contribution(ordinal, caseId(ordinal), contributorId, revision, Set.of(windows));
  }

  public static Caps perBeneficiary(long amount) {
    return new Caps(units(amount), null, null);
  }

  public static Caps perCycle(long amount) {
    return new Caps(null, null, units(amount));
  }

  public static String caseId(long ordinal) {
    return new UUID(0x4000L, 0x8000000000000000L | ordinal).toString();
  }
}
