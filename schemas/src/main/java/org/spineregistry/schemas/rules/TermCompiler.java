package org.spineregistry.schemas.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a checked expression into terms, which are a hundred times faster than the engine: a
 * synthetic release has tens of thousands of rows, and every drawn row is checked. The checker has
 * resolved each operator to one overload, so that nothing is left to find out for each row.
 */
final class TermCompiler {

  private final CelAbstractSyntaxTree tree;

  private TermCompiler(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  /** The expression as a term; empty if it has a part that only the engine knows. */
  static Optional<Term> compile(CelAbstractSyntaxTree tree) {
    return new TermCompiler(tree).term(tree.getExpr());
  }

  private Optional<Term> term(CelExpr expression) {
    return switch (expression.exprKind().getKind()) {
      case CONSTANT -> constant(expression.constant());
      case IDENT -> Optional.of(variable(expression.ident().name()));
      case LIST -> list(expression);
      case CALL -> call(expression);
      default -> Optional.empty();
    };
  }

  private static Term variable(String name) {
    return values -> values.get(name);
  }

  private static Optional<Term> constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case NULL_VALUE -> Optional.of(values -> null);
      case BOOLEAN_VALUE -> fixed(constant.booleanValue());
      case INT64_VALUE -> fixed(constant.int64Value());
      case DOUBLE_VALUE -> fixed(constant.doubleValue());
      case STRING_VALUE -> fixed(constant.stringValue());
      default -> Optional.empty();
    };
  }

  private static Optional<Term> fixed(Object value) {
    return Optional.of(values -> value);
  }

  /** Only lists of constants: they are the same in every row. */
  private Optional<Term> list(CelExpr expression) {
    List<Object> elements = new ArrayList<>();
    for (CelExpr element : expression.list().elements()) {
      boolean constant =
          element.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
              && element.constant().getKind() != CelConstant.Kind.NULL_VALUE;
      Optional<Term> term = constant ? constant(element.constant()) : Optional.empty();
      if (term.isEmpty()) {
        return Optional.empty();
      }
      elements.add(term.get().value(Map.of()));
    }
    return fixed(List.copyOf(elements));
  }

  private Optional<Term> call(CelExpr expression) {
    List<String> overloads =
        tree.getReference(expression.id()).map(CelReference::overloadIds).orElseThrow();
    if (overloads.size() != 1 || expression.call().target().isPresent()) {
      return Optional.empty();
    }
    List<Term> arguments = new ArrayList<>();
    for (CelExpr argument : expression.call().args()) {
      Optional<Term> term = term(argument);
      if (term.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(term.get());
    }
    return Operators.apply(overloads.get(0), arguments);
  }
}
