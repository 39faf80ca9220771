package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.Caps;

/** What a cycle has left to pay. */
final class CapTally {
  private final Caps caps;
  private final RewardBook book;
  private final String campaignId;
  private final LocalDate day;
  private final Map<String, BaseUnits> perBeneficiary = new HashMap<>();
  private BaseUnits total = BaseUnits.ZERO;

  CapTally(Caps caps, RewardBook book, String campaignId, Instant certifiedAt) {
    this.caps = caps;
    this.book = book;
    this.campaignId = campaignId;
    this.day = LocalDate.ofInstant(certifiedAt, ZoneOffset.UTC);
  }

  /** Takes as much of the amount as the caps leave. */
  BaseUnits take(String beneficiaryId, BaseUnits amount) {
    BaseUnits mine = perBeneficiary.getOrDefault(beneficiaryId, BaseUnits.ZERO);
    BaseUnits granted = within(caps.perCycle(), total, within(caps.perBeneficiary(), mine, amount));
    if (caps.perDay() != null) {
      BaseUnits today = book.grantedOn(campaignId, beneficiaryId, day);
      granted = within(caps.perDay(), today, granted);
      book.grantedOn(campaignId, beneficiaryId, day, today.plus(granted));
    }
    perBeneficiary.put(beneficiaryId, mine.plus(granted));
    total = total.plus(granted);
    return granted;
  }

  /** A day can be over its cap when a later version lowered it. */
  private static BaseUnits within(BaseUnits cap, BaseUnits used, BaseUnits amount) {
    return cap == null ? amount : amount.min(cap.minus(used.min(cap)));
  }
}
