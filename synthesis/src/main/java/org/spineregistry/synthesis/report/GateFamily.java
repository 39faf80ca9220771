package org.spineregistry.synthesis.report;

/** Gates that ask about the same thing, in the order of a report. */
public enum GateFamily {
  CONTRACT("Conditions", "G"),
  FIDELITY("Fidelity", "F"),
  UTILITY("Utility", "U"),
  PRIVACY("Privacy", "P"),
  RELIABILITY("Reliability", "R"),
  /** The three gates of the 2026 publication, beside or instead of the others. */
  PUBLISHED("Gates of the 2026 publication", null);

  private final String title;
  private final String prefix;

  GateFamily(String title, String prefix) {
    this.title = title;
    this.prefix = prefix;
  }

  /** The family in words. */
  public String title() {
    return title;
  }

  /** Whether a gate of the profile {@code rigorous} with this id belongs here. */
  boolean has(String gateId) {
    return prefix != null && gateId.matches(prefix + "[0-9].*");
  }
}
