package org.spineregistry.anchor.settlement.plan;

/**
 * What a payout is counted in.
 *
 * @param mint base58; null when the policy names none
 */
public record Coin(String mint, int decimals) {
  /** Whether a payout in that coin can be paid in this one. */
  boolean pays(Coin wanted) {
    return decimals == wanted.decimals && (wanted.mint == null || wanted.mint.equals(mint));
  }
}
