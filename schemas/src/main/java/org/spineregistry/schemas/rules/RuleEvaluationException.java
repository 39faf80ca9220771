package org.spineregistry.schemas.rules;

/**
 * An expression that could not be evaluated. The cause is dropped on purpose: messages of the
 * engine quote values.
 */
public final class RuleEvaluationException extends Exception {

  private static final long serialVersionUID = 1L;

  RuleEvaluationException(String expressionName) {
    super(expressionName + " could not be evaluated");
  }
}
