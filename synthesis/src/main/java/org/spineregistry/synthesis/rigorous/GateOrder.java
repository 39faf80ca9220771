package org.spineregistry.synthesis.rigorous;

import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;

/** The order of the families in the specification: G, F, U, P, R, each by its numbers. */
final class GateOrder {
  private static final List<Character> FAMILIES = List.of('G', 'F', 'U', 'P', 'R');

  private GateOrder() {}

  /** Where a gate stands; gates of one number keep their order. */
  static int of(GateResult gate) {
    return 10 * FAMILIES.indexOf(gate.id().charAt(0)) + gate.id().charAt(1) - '0';
  }
}
