package org.spineregistry.schemas.rules;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A compiled expression with the variables that it names. Thread-safe.
 *
 * <p>Terms compute it where they can; the engine does where they cannot, and it alone says what is
 * an error.
 */
final class Expression {

  private static final Optional<Object> NULL = Optional.of(NullValue.NULL_VALUE);

  private final String name;
  private final List<String> variables;
  private final Optional<Term> term;
  private final CelRuntime.Program program;

  /**
   * @param term the same as the program; empty if it has a part without a term
   */
  Expression(String name, List<String> variables, Optional<Term> term, CelRuntime.Program program) {
    this.name = name;
    this.variables = List.copyOf(variables);
    this.term = term;
    this.program = program;
  }

  /** The variables that the expression names, in the order of the schema. */
  List<String> variables() {
    return variables;
  }

  /** Whether terms compute it, so that the engine is asked only where they are undecided. */
  boolean hasTerm() {
    return term.isPresent();
  }

  /** The boolean result; everything else is an error. */
  boolean isTrue(Map<String, ?> values) throws RuleEvaluationException {
    if (evaluate(values) instanceof Boolean result) {
      return result;
    }
    throw new RuleEvaluationException(name);
  }

  /**
   * The result.
   *
   * @param values variable to value; absent is null
   */
  Object evaluate(Map<String, ?> values) throws RuleEvaluationException {
    Object decided = term.isPresent() ? decided(term.get(), values) : null;
    return decided == null ? engine(values) : decided;
  }

  /** The result of a term; null where it has none. */
  private static Object decided(Term term, Map<String, ?> values) {
    try {
      return term.value(values);
    } catch (UndecidedException | ArithmeticException undecided) {
      return null;
    }
  }

  /** The result of the engine. */
  Object engine(Map<String, ?> values) throws RuleEvaluationException {
    try {
      return program.eval(bind(values));
    } catch (CelEvaluationException | RuntimeException e) {
      throw new RuleEvaluationException(name);
    }
  }

  /**
   * An absent value becomes the null of CEL: a Java null or an unbound name would be
   * <em>unknown</em>, and an unknown result is no boolean.
   */
  private static CelVariableResolver bind(Map<String, ?> values) {
    return name -> {
      Object value = values.get(name);
      return value == null ? NULL : Optional.of(value);
    };
  }
}
