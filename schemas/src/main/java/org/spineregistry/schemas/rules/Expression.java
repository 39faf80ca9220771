package org.spineregistry.schemas.rules;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A compiled expression with the variables that it names. Thread-safe. */
final class Expression {

  private static final Optional<Object> NULL = Optional.of(NullValue.NULL_VALUE);

  private final String name;
  private final List<String> variables;
  private final CelRuntime.Program program;

  Expression(String name, List<String> variables, CelRuntime.Program program) {
    this.name = name;
    this.variables = List.copyOf(variables);
    this.program = program;
  }

  /** The variables that the expression names, in the order of the schema. */
  List<String> variables() {
    return variables;
  }

  /**
   * Binds values for any number of expressions. An absent value becomes the null of CEL: a Java
   * null or an unbound name would be <em>unknown</em>, and an unknown result is no boolean.
   */
  static CelVariableResolver bind(Map<String, ?> values) {
    return name -> {
      Object value = values.get(name);
      return value == null ? NULL : Optional.of(value);
    };
  }

  /** The boolean result; everything else is an error. */
  boolean isTrue(CelVariableResolver values) throws RuleEvaluationException {
    if (evaluate(values) instanceof Boolean result) {
      return result;
    }
    throw new RuleEvaluationException(name);
  }

  Object evaluate(CelVariableResolver values) throws RuleEvaluationException {
    try {
      return program.eval(values);
    } catch (CelEvaluationException | RuntimeException e) {
      throw new RuleEvaluationException(name);
    }
  }
}
