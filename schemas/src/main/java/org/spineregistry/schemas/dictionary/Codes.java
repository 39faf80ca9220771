package org.spineregistry.schemas.dictionary;

/** Codes of the findings that hold for every campaign; the others stand in the schemas. */
public final class Codes {

  public static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
  public static final String WRONG_TYPE = "WRONG_TYPE";
  public static final String NOT_IN_LIST = "NOT_IN_LIST";
  public static final String REQUIRED = "REQUIRED";
  public static final String OUT_OF_RANGE = "OUT_OF_RANGE";
  public static final String TOO_MANY_DECIMALS = "TOO_MANY_DECIMALS";
  public static final String VALUE_AND_REASON = "VALUE_AND_REASON";

  /** A derived variable has another value than its expression; unless the schema names a rule. */
  public static final String DERIVED_MISMATCH = "DERIVED_MISMATCH";

  /** A rule could not be evaluated; the case is refused, whatever the level of the rule. */
  public static final String RULE_ERROR = "RULE_ERROR";

  private Codes() {}
}
