package org.spineregistry.anchor.reward;

import org.spineregistry.event.PayoutKind;

/** What one contribution earns. It depends on what was contributed, never on a clinical value. */
public record Tariff(PayoutKind kind, BaseUnits amount) {}
