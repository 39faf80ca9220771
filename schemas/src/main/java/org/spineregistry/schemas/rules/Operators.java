package org.spineregistry.schemas.rules;

import static org.spineregistry.schemas.rules.Operand.bool;
import static org.spineregistry.schemas.rules.Operand.decimal;
import static org.spineregistry.schemas.rules.Operand.equal;
import static org.spineregistry.schemas.rules.Operand.isIn;
import static org.spineregistry.schemas.rules.Operand.list;
import static org.spineregistry.schemas.rules.Operand.text;
import static org.spineregistry.schemas.rules.Operand.whole;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The overloads of CEL that have a term, by their id in the language definition. */
final class Operators {

  private static final Map<String, UnaryOperator<Object>> UNARY =
      Map.of(
          "logical_not", a -> !bool(a),
          "negate_int64", a -> Math.negateExact(whole(a)),
          "negate_double", a -> -decimal(a),
          "int64_to_double", a -> (double) whole(a),
          "size_list", a -> (long) list(a).size(),
          "size_string", a -> (long) text(a).codePointCount(0, text(a).length()));

  private static final Map<String, BinaryOperator<Object>> BINARY = binary();

  private Operators() {}

  /** The operator applied to terms; empty if it has no term. */
  static Optional<Term> apply(String overload, List<Term> arguments) {
    if (overload.equals("conditional")) {
      return Optional.of(conditional(arguments.get(0), arguments.get(1), arguments.get(2)));
    }
    Term first = arguments.get(0);
    if (arguments.size() == 1) {
      return Optional.ofNullable(UNARY.get(overload))
          .map(operator -> values -> operator.apply(first.value(values)));
    }
    Term second = arguments.get(1);
    if (overload.equals("logical_and")) {
      return Optional.of(values -> bool(first.value(values)) && bool(second.value(values)));
    }
    if (overload.equals("logical_or")) {
      return Optional.of(values -> bool(first.value(values)) || bool(second.value(values)));
    }
    return Optional.ofNullable(BINARY.get(overload))
        .map(operator -> values -> operator.apply(first.value(values), second.value(values)));
  }

  private static Term conditional(Term condition, Term yes, Term no) {
    return values -> bool(condition.value(values)) ? yes.value(values) : no.value(values);
  }

  private static Map<String, BinaryOperator<Object>> binary() {
    Map<String, BinaryOperator<Object>> operators = new HashMap<>();
    operators.put("equals", (a, b) -> equal(a, b));
    operators.put("not_equals", (a, b) -> !equal(a, b));
    operators.put("in_list", (a, b) -> isIn(a, b));
    addComparisons(operators);
    addArithmetic(operators);
    return Map.copyOf(operators);
  }

  private static void addComparisons(Map<String, BinaryOperator<Object>> operators) {
    operators.put("less_int64", (a, b) -> whole(a) < whole(b));
    operators.put("less_equals_int64", (a, b) -> whole(a) <= whole(b));
    operators.put("greater_int64", (a, b) -> whole(a) > whole(b));
    operators.put("greater_equals_int64", (a, b) -> whole(a) >= whole(b));
    operators.put("less_double", (a, b) -> decimal(a) < decimal(b));
    operators.put("less_equals_double", (a, b) -> decimal(a) <= decimal(b));
    operators.put("greater_double", (a, b) -> decimal(a) > decimal(b));
    operators.put("greater_equals_double", (a, b) -> decimal(a) >= decimal(b));
  }

  /** Division of whole numbers stays with the engine when it divides by 0 or -1 (overflow). */
  private static void addArithmetic(Map<String, BinaryOperator<Object>> operators) {
    operators.put("add_int64", (a, b) -> Math.addExact(whole(a), whole(b)));
    operators.put("subtract_int64", (a, b) -> Math.subtractExact(whole(a), whole(b)));
    operators.put("multiply_int64", (a, b) -> Math.multiplyExact(whole(a), whole(b)));
    operators.put("divide_int64", (a, b) -> whole(a) / divisor(b));
    operators.put("modulo_int64", (a, b) -> whole(a) % divisor(b));
    operators.put("add_double", (a, b) -> decimal(a) + decimal(b));
    operators.put("subtract_double", (a, b) -> decimal(a) - decimal(b));
    operators.put("multiply_double", (a, b) -> decimal(a) * decimal(b));
    operators.put("divide_double", (a, b) -> decimal(a) / decimal(b));
  }

  private static long divisor(Object value) {
    long divisor = whole(value);
    if (divisor == 0 || divisor == -1) {
      throw new UndecidedException();
    }
    return divisor;
  }
}
