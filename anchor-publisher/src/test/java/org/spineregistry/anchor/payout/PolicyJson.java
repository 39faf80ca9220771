package org.spineregistry.anchor.payout;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spineregistry.anchor.policy.PolicyDocument;
import org.spineregistry.anchor.reward.Amount;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.PriceRule;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Tariff;

/** Writes a policy as an operator would. */
final class PolicyJson {
  private PolicyJson() {}

  static PolicyDocument document(RewardPolicy policy) {
    return new PolicyDocument(policy, of(policy));
  }

  private static String of(RewardPolicy policy) {
    return """
        {"format": "spine-reward-policy/1", "policyId": "%s", "version": %d%s,
         "currency": {"symbol": "%s", "decimals": %d},%s
         "campaigns": {%s}}
        """
        .formatted(
            policy.policyId(),
            policy.version(),
            validFrom(policy.validFrom()),
            policy.token().symbol(),
            policy.token().decimals(),
            price(policy.price()),
            policy.campaigns().entrySet().stream()
                .map(campaign -> "\"%s\": %s".formatted(campaign.getKey(), of(campaign.getValue())))
                .collect(Collectors.joining(",")));
  }

  private static String of(CampaignTariffs tariffs) {
    return "{\"baseline\": %s, \"windows\": {%s}%s, \"caps\": {%s}, \"holdDays\": %d%s}"
        .formatted(
            of(tariffs.baseline()),
            tariffs.windows().entrySet().stream()
                .map(window -> "\"%s\": %s".formatted(window.getKey(), of(window.getValue())))
                .collect(Collectors.joining(",")),
            tariffs.review() == null ? "" : ", \"review\": " + of(tariffs.review()),
            caps(tariffs),
            tariffs.safeguards().hold().toDays(),
            tariffs.safeguards().budget() == null
                ? ""
                : ", \"budget\": \"%s\"".formatted(tariffs.safeguards().budget()));
  }

  private static String caps(CampaignTariffs tariffs) {
    Map<String, BaseUnits> caps = new TreeMap<>();
    caps.put("perBeneficiaryAndCycle", tariffs.caps().perBeneficiary());
    caps.put("perBeneficiaryAndDay", tariffs.caps().perDay());
    caps.put("perCampaignAndCycle", tariffs.caps().perCycle());
    return caps.entrySet().stream()
        .filter(cap -> cap.getValue() != null)
        .map(cap -> "\"%s\": \"%s\"".formatted(cap.getKey(), cap.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String of(Tariff tariff) {
    String amount =
        tariff.amount() instanceof Amount.Dollars dollars
            ? "\"usd\": \"%s\"".formatted(dollars.usd().toPlainString())
            : "\"baseUnits\": \"%s\"".formatted(((Amount.Fixed) tariff.amount()).units());
    return "{\"kind\": \"%s\", %s}".formatted(tariff.kind(), amount);
  }

  private static String price(PriceRule rule) {
    return rule == null
        ? ""
        : " \"price\": {\"maxAgeHours\": %d, \"lowest\": \"%s\", \"highest\": \"%s\"},"
            .formatted(
                rule.maxAge().toHours(),
                rule.lowest().toPlainString(),
                rule.highest().toPlainString());
  }

  private static String validFrom(Instant at) {
    return at == null ? "" : ", \"validFrom\": \"%s\"".formatted(at);
  }
}
