package org.spineregistry.anchor.reward;

import org.spineregistry.event.PayoutKind;

/** What one contribution earns. It depends on what was contributed, never on a clinical value. */
public record Tariff(PayoutKind kind, Amount amount) {
  public Tariff(PayoutKind kind, BaseUnits units) {
    this(kind, new Amount.Fixed(units));
  }

  /** Whether it names dollars. */
  public boolean needsPrice() {
    return amount instanceof Amount.Dollars;
  }
}
