package org.spineregistry.synthesis.infer;

/** What a column of a file seems to be. */
public enum Finding {
  /** Numbers without decimals. */
  WHOLE_NUMBER(true),
  /** Numbers with decimals. */
  DECIMAL_NUMBER(true),
  /** Two answers: true and false, 0 and 1, or two texts. */
  YES_NO(true),
  /** A few texts that many patients share. */
  CATEGORY(true),
  /** The id of the patient; never synthesised. */
  CASE_ID(false),
  /** A text or number that is another one in every row; never synthesised. */
  IDENTIFIER(false),
  /** Names, addresses, numbers and ids of persons and records; never synthesised. */
  DIRECT_IDENTIFIER(false),
  /** The hospital; splits the audit, is never modelled. */
  SITE(false),
  /** Dates; never synthesised, durations take their place. */
  DATE(false),
  /** Texts that few patients share; never synthesised. */
  FREE_TEXT(false),
  /** Numbers in a form that is not read, such as with decimal commas; to be mended in the file. */
  NUMBER_FORM(false),
  /** No value at all. */
  EMPTY(false),
  /** Left out by whoever asked. */
  LEFT_OUT(false);

  private final boolean variable;

  Finding(boolean variable) {
    this.variable = variable;
  }

  /** Whether the column becomes one of the table. */
  public boolean isVariable() {
    return variable;
  }
}
