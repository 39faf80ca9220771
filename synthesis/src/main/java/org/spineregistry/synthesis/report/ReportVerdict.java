package org.spineregistry.synthesis.report;

/** What a run comes to, in the word that a reader sees first. */
public enum ReportVerdict {
  /** Every deciding gate passed and every control was caught. */
  CERTIFIED("CERTIFIED"),
  /** The same for data that somebody else generated, which nobody certifies. */
  PASSED("ALL CHECKS PASSED"),
  /** At least one deciding gate failed. */
  REFUSED("REFUSED"),
  /** No gate failed, but the cohort is too small to decide all of them. */
  NOT_CERTIFIABLE("NOT CERTIFIABLE"),
  /** The engine cannot be trusted: a control was not caught, or the run broke. */
  ENGINE_FAULT("ENGINE FAULT");

  private final String word;

  ReportVerdict(String word) {
    this.word = word;
  }

  /** The word as printed. */
  public String word() {
    return word;
  }
}
