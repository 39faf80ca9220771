package org.spineregistry.anchor.reward;

/**
 * Most that one cycle pays.
 *
 * @param perBeneficiary to one beneficiary; null for no limit
 * @param perCycle to all together; null for no limit
 */
public record Caps(BaseUnits perBeneficiary, BaseUnits perCycle) {
  public static final Caps NONE = new Caps(null, null);
}
