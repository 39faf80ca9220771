package org.spineregistry.schemas.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelIdent;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.ast.CelExprVisitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Variable;

/**
 * Finds the variables that an expression names, and symbols that their variable does not have: for
 * CEL a symbol is any text, so a misspelt one would compile and never match.
 */
final class NamedVariables extends CelExprVisitor {

  private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

  private final DataDictionary dictionary;
  private final Set<String> named = new HashSet<>();
  private final List<String> misspelt = new ArrayList<>();

  private NamedVariables(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  static NamedVariables of(CelAbstractSyntaxTree tree, DataDictionary dictionary) {
    NamedVariables variables = new NamedVariables(dictionary);
    variables.visit(tree);
    return variables;
  }

  /** The variables named, in the order of the schema. */
  List<String> names() {
    return dictionary.variables().stream().map(Variable::name).filter(named::contains).toList();
  }

  List<String> misspelt() {
    return misspelt;
  }

  @Override
  protected void visit(CelExpr expr, CelIdent ident) {
    named.add(ident.name());
  }

  @Override
  protected void visit(CelExpr expr, CelCall call) {
    if (COMPARISONS.contains(call.function()) && call.args().size() == 2) {
      compare(call.args().get(0), call.args().get(1));
      compare(call.args().get(1), call.args().get(0));
    }
    super.visit(expr, call);
  }

  private void compare(CelExpr one, CelExpr other) {
    Optional<Variable> variable =
        one.exprKind().getKind() == ExprKind.Kind.IDENT
            ? dictionary.variable(one.ident().name())
            : Optional.empty();
    boolean text =
        other.exprKind().getKind() == ExprKind.Kind.CONSTANT
            && other.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    if (variable.isPresent() && text) {
      String symbol = other.constant().stringValue();
      if (!variable.get().symbols().contains(symbol)) {
        misspelt.add(variable.get().name() + " has no symbol '" + symbol + "'");
      }
    }
  }
}
