package org.spineregistry.anchor.reward.decision;

import org.spineregistry.anchor.reward.BaseUnits;

/**
 * A payout that was decided, as it stands with the one who decides. What the payer makes of it is
 * not known here.
 *
 * @param hold while it is held; null when it is approved or void
 * @param isVoid whether it will never be paid
 * @param reversed how much of it was taken back
 * @param reversals how often something was taken back
 */
public record KnownPayout(
    Earned earned, Hold hold, boolean isVoid, BaseUnits reversed, int reversals) {

  /**
   * @param hold null for one that is approved
   */
  static KnownPayout decided(Earned earned, Hold hold) {
    return new KnownPayout(earned, hold, false, BaseUnits.ZERO, 0);
  }

  public Payout payout() {
    return earned.payout();
  }

  public String payoutId() {
    return payout().payoutId();
  }

  public boolean isHeld() {
    return hold != null;
  }

  boolean isHeld(Hold.Reason reason) {
    return hold != null && hold.reason() == reason;
  }

  public boolean isApproved() {
    return hold == null && !isVoid;
  }

  /** What can still be taken back. */
  public BaseUnits left() {
    return isApproved() ? payout().granted().minus(reversed) : BaseUnits.ZERO;
  }

  /** What it uses of the budget. */
  public BaseUnits used() {
    if (isHeld()) {
      return hold.isReserved() ? payout().granted() : BaseUnits.ZERO;
    }
    return left();
  }

  /**
   * @param next null to approve it
   */
  KnownPayout with(Hold next) {
    return new KnownPayout(earned, next, isVoid, reversed, reversals);
  }

  KnownPayout voided() {
    return new KnownPayout(earned, null, true, reversed, reversals);
  }

  KnownPayout takenBack(BaseUnits amount) {
    return new KnownPayout(earned, hold, isVoid, reversed.plus(amount), reversals + 1);
  }
}
