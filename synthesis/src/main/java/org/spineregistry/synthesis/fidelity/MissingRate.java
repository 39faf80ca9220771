package org.spineregistry.synthesis.fidelity;

/**
 * A rate of missing cells on both sides.
 *
 * @param name what goes missing
 * @param real rate in the cohort
 * @param synthetic rate in the release
 * @param sampling half-width that chance alone explains, with the tests of all rates together at 5
 *     %
 */
public record MissingRate(String name, double real, double synthetic, double sampling) {
  /** Absolute difference of the rates. */
  public double difference() {
    return Math.abs(real - synthetic);
  }
}
