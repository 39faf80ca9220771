package org.spineregistry.anchor.reward;

/**
 * Most that is paid.
 *
 * @param perBeneficiary to one beneficiary by one cycle; null for no limit
 * @param perDay to one beneficiary by all cycles of the campaign certified on one day in UTC; null
 *     for no limit
 * @param perCycle to all together by one cycle; null for no limit
 */
public record Caps(BaseUnits perBeneficiary, BaseUnits perDay, BaseUnits perCycle) {
  public static final Caps NONE = new Caps(null, null, null);
}
