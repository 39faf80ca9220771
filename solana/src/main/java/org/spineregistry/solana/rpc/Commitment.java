package org.spineregistry.solana.rpc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How settled a block must be. In ascending order; only {@link #FINALIZED} cannot be undone. */
public enum Commitment {
  PROCESSED,
  CONFIRMED,
  FINALIZED;

  /** As nodes spell it. (solanaj sends the upper-case name, which nodes refuse with -32602.) */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Commitment> of(String wire) {
    return Arrays.stream(values()).filter(c -> c.wire().equals(wire)).findFirst();
  }
}
