package org.spineregistry.schemas.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Derivation;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Variable;

/** Computes the derived variables of a campaign. Immutable and thread-safe. */
public final class Derivations {

  /**
   * @param inputs all variables that value and condition name
   */
  private record Compiled(Expression value, Optional<Expression> when, List<String> inputs) {}

  private final DataDictionary dictionary;
  private final Map<String, Compiled> compiled;
  private final List<String> order;

  private Derivations(
      DataDictionary dictionary, Map<String, Compiled> compiled, List<String> order) {
    this.dictionary = dictionary;
    this.compiled = Map.copyOf(compiled);
    this.order = List.copyOf(order);
  }

  /**
   * Compiles every derivation of a campaign.
   *
   * @throws InvalidRulesException with every expression that does not compile, and where, and every
   *     variable that is computed from itself
   */
  public static Derivations compile(DataDictionary dictionary) {
    List<String> problems = new ArrayList<>();
    ExpressionCompiler compiler = new ExpressionCompiler(dictionary, problems);
    Map<String, Compiled> compiled = new LinkedHashMap<>();
    for (Variable variable : dictionary.variables()) {
      variable
          .derivation()
          .flatMap(derivation -> compile(compiler, variable, derivation))
          .ifPresent(expression -> compiled.put(variable.name(), expression));
    }
    Map<String, List<String>> inputs = new HashMap<>();
    compiled.forEach((name, derivation) -> inputs.put(name, derivation.inputs()));
    List<String> order = DerivationOrder.of(inputs, List.copyOf(compiled.keySet()), problems);
    if (!problems.isEmpty()) {
      throw new InvalidRulesException(dictionary.campaignId(), problems);
    }
    return new Derivations(dictionary, compiled, order);
  }

  private static Optional<Compiled> compile(
      ExpressionCompiler compiler, Variable variable, Derivation derivation) {
    String name = "derivation of " + variable.name();
    Optional<Expression> value = compiler.value(name, derivation.expression(), variable);
    Optional<Expression> when =
        derivation.when().flatMap(source -> compiler.condition(name + " (when)", source));
    return value.map(
        expression -> {
          List<String> inputs = new ArrayList<>(expression.variables());
          when.ifPresent(condition -> inputs.addAll(condition.variables()));
          return new Compiled(expression, when, List.copyOf(inputs));
        });
  }

  /** The derived variables, in the order of the schema. */
  public List<Variable> variables() {
    return dictionary.variables().stream().filter(Variable::isDerived).toList();
  }

  /** Their names in an order in which each stands after the derived ones that it needs. */
  public List<String> order() {
    return order;
  }

  /** The variables that a derived one is computed from. */
  public List<String> inputs(String variable) {
    return derivation(variable).inputs();
  }

  /**
   * The value of a derived variable, as Long, Double, Boolean, String or List of String; empty
   * where an input is null or the condition of the derivation is false.
   *
   * @param values variable to value; absent is null
   * @throws IllegalArgumentException if the variable is not derived
   * @throws RuleEvaluationException if the expression fails; the caller must refuse the row
   */
  public Optional<Object> compute(String variable, Map<String, ?> values)
      throws RuleEvaluationException {
    Compiled derivation = derivation(variable);
    for (String input : derivation.inputs()) {
      if (values.get(input) == null) {
        return Optional.empty();
      }
    }
    if (derivation.when().isPresent() && !derivation.when().get().isTrue(values)) {
      return Optional.empty();
    }
    Object value = derivation.value().evaluate(values);
    if (!hasKind(dictionary.variable(variable).orElseThrow().kind(), value)) {
      throw new RuleEvaluationException("derivation of " + variable);
    }
    return Optional.of(value);
  }

  private static boolean hasKind(Kind kind, Object value) {
    return switch (kind) {
      case INTEGER -> value instanceof Long;
      case NUMBER -> value instanceof Double;
      case BOOLEAN -> value instanceof Boolean;
      case CHOICE, TEXT -> value instanceof String;
      case CHOICES -> value instanceof List<?>;
    };
  }

  private Compiled derivation(String variable) {
    Compiled derivation = compiled.get(variable);
    if (derivation == null) {
      throw new IllegalArgumentException(variable + " is not derived");
    }
    return derivation;
  }
}
