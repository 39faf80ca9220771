package org.spineregistry.anchor.reward;

import java.util.HashMap;
import java.util.Map;

/** What a cycle has left to pay. */
final class CapTally {
  private final Caps caps;
  private final Map<String, BaseUnits> perBeneficiary = new HashMap<>();
  private BaseUnits total = BaseUnits.ZERO;

  CapTally(Caps caps) {
    this.caps = caps;
  }

  /** Takes as much of the amount as the caps leave. */
  BaseUnits take(String beneficiaryId, BaseUnits amount) {
    BaseUnits before = perBeneficiary.getOrDefault(beneficiaryId, BaseUnits.ZERO);
    BaseUnits granted =
        within(caps.perCycle(), total, within(caps.perBeneficiary(), before, amount));
    perBeneficiary.put(beneficiaryId, before.plus(granted));
    total = total.plus(granted);
    return granted;
  }

  private static BaseUnits within(BaseUnits cap, BaseUnits used, BaseUnits amount) {
    return cap == null ? amount : amount.min(cap.minus(used));
  }
}
