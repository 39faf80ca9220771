package org.spineregistry.anchor.settlement;

import org.spineregistry.anchor.settlement.plan.SettlementProblem;
import org.spineregistry.solana.key.Address;

/** With this token a payment would not be what its amount says. */
public final class RefusedMint extends SettlementProblem {
  private static final long serialVersionUID = 1L;

  RefusedMint(Address mint, String why) {
    super("spine.settlement.mint: " + mint + " " + why + ", so nothing is paid with it");
  }
}
