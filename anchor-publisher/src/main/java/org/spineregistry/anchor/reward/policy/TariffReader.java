package org.spineregistry.anchor.reward.policy;

import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spineregistry.anchor.reward.Amount;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Tariff;
import org.spineregistry.event.PayoutKind;

/** Reads what one campaign pays for. */
final class TariffReader {
  private static final Set<PayoutKind> FOLLOW_UPS =
      EnumSet.range(PayoutKind.FOLLOW_UP_3M, PayoutKind.FOLLOW_UP_OTHER);

  private TariffReader() {}

  static CampaignTariffs campaign(JsonPart part) {
    part.closed("baseline", "windows", "review", "pool", "caps", "budget", "holdDays", "clawback");
    CampaignTariffs tariffs =
        new CampaignTariffs(
            tariff(part.part("baseline"), EnumSet.of(PayoutKind.CASE_BASELINE)),
            part.has("windows") ? windows(part.part("windows")) : new TreeMap<>(),
            part.has("review") ? tariff(part.part("review"), EnumSet.of(PayoutKind.REVIEW)) : null,
            limit(part, "pool"),
            part.has("caps") ? caps(part.part("caps")) : Caps.NONE,
            SafeguardsReader.safeguards(part));
    if (tariffs.pool() != null && tariffs.needsPriceForCases()) {
      part.problem("pool", "is split in proportion to tariffs in baseUnits, not in usd");
    }
    return tariffs;
  }

  private static SortedMap<String, Tariff> windows(JsonPart part) {
    SortedMap<String, Tariff> windows = new TreeMap<>();
    for (String window : part.names()) {
      if (!window.matches("[A-Za-z0-9-]{1,40}") || window.equals(CampaignTariffs.BASELINE)) {
        part.problem(
            window, "a window's name has letters, digits and dashes and is not 'baseline'");
      }
      windows.put(window, tariff(part.part(window), FOLLOW_UPS));
    }
    return windows;
  }

  private static Tariff tariff(JsonPart part, Set<PayoutKind> kinds) {
    part.closed("kind", "baseUnits", "usd");
    String kind =
        part.text(
            "kind", text -> kinds.stream().anyMatch(k -> k.name().equals(text)), "one of " + kinds);
    return new Tariff(
        kind.isEmpty() ? PayoutKind.UNKNOWN : PayoutKind.valueOf(kind), tariffAmount(part));
  }

  private static Amount tariffAmount(JsonPart part) {
    if (!part.has("usd")) {
      return new Amount.Fixed(amount(part, "baseUnits"));
    }
    if (part.has("baseUnits")) {
      part.problem("usd", "either usd or baseUnits");
    }
    return new Amount.Dollars(PriceReader.dollars(part, "usd"));
  }

  private static Caps caps(JsonPart part) {
    part.closed("perBeneficiaryAndCycle", "perBeneficiaryAndDay", "perCampaignAndCycle");
    return new Caps(
        limit(part, "perBeneficiaryAndCycle"),
        limit(part, "perBeneficiaryAndDay"),
        limit(part, "perCampaignAndCycle"));
  }

  /** Null when the field is absent: no limit. */
  static BaseUnits limit(JsonPart part, String field) {
    return part.has(field) ? amount(part, field) : null;
  }

  private static BaseUnits amount(JsonPart part, String field) {
    String text =
        part.text(
            field,
            BaseUnits::isWellFormed,
            "a decimal string of at most 39 digits, without sign or leading zero");
    return text.isEmpty() ? BaseUnits.ZERO : BaseUnits.parse(text);
  }
}
