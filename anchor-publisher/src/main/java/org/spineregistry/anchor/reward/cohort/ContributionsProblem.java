package org.spineregistry.anchor.reward.cohort;

/**
 * A contributions file on which no payout may rest. The code says why; nothing of the file is
 * quoted.
 */
public final class ContributionsProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public ContributionsProblem(String code) {
    super("contributions: " + code, null, false, false);
    this.code = code;
  }

  static void unless(boolean holds, String code) {
    if (!holds) {
      throw new ContributionsProblem(code);
    }
  }

  /** Code for dead letters and logs. */
  public String code() {
    return "CONTRIBUTIONS_" + code;
  }
}
