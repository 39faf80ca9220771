package org.spineregistry.synthesis.rigorous;

import java.util.List;

/**
 * What became of one built-in control.
 *
 * @param name of the fault
 * @param expected gates that must not pass it
 * @param missed gates among them that did
 */
public record ControlResult(String name, List<String> expected, List<String> missed) {
  public ControlResult {
    expected = List.copyOf(expected);
    missed = List.copyOf(missed);
  }

  /** Whether every gate that must see the fault did. */
  public boolean isCaught() {
    return missed.isEmpty();
  }
}
