package org.spineregistry.schemas.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Variable;

/**
 * Compiles CEL against the variables of a campaign. Scalars are nullable, so that an expression may
 * compare them with null; sets are not. Macros are off: an expression has no loops.
 */
final class ExpressionCompiler {

  private final DataDictionary dictionary;
  private final List<String> problems;
  private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
  private final Map<CelType, CelCompiler> compilers = new HashMap<>();

  /**
   * @param problems receives everything that does not compile
   */
  ExpressionCompiler(DataDictionary dictionary, List<String> problems) {
    this.dictionary = dictionary;
    this.problems = problems;
  }

  /** A boolean expression; empty if it does not compile. */
  Optional<Expression> condition(String name, String source) {
    return compile(name, source, SimpleType.BOOL);
  }

  /** An expression of the type of a variable; empty if it does not compile. */
  Optional<Expression> value(String name, String source, Variable variable) {
    return compile(name, source, scalar(variable.kind()));
  }

  private Optional<Expression> compile(String name, String source, CelType type) {
    CelValidationResult result = compilers.computeIfAbsent(type, this::compiler).compile(source);
    for (CelIssue issue : result.getErrors()) {
      problems.add(
          name
              + ", line "
              + issue.getSourceLocation().getLine()
              + ", column "
              + (issue.getSourceLocation().getColumn() + 1)
              + ": "
              + issue.getMessage());
    }
    if (result.hasError()) {
      return Optional.empty();
    }
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      NamedVariables named = NamedVariables.of(tree, dictionary);
      named.misspelt().forEach(problem -> problems.add(name + ": " + problem));
      return Optional.of(
          new Expression(
              name, named.names(), TermCompiler.compile(tree), runtime.createProgram(tree)));
    } catch (CelValidationException | CelEvaluationException e) {
      problems.add(name + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private CelCompiler compiler(CelType resultType) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder().setResultType(resultType);
    for (Variable variable : dictionary.variables()) {
      builder.addVar(
          variable.name(),
          variable.kind() == Kind.CHOICES
              ? ListType.create(SimpleType.STRING)
              : NullableType.create(scalar(variable.kind())));
    }
    return builder.build();
  }

  private static CelType scalar(Kind kind) {
    return switch (kind) {
      case INTEGER -> SimpleType.INT;
      case NUMBER -> SimpleType.DOUBLE;
      case BOOLEAN -> SimpleType.BOOL;
      case CHOICE, TEXT -> SimpleType.STRING;
      case CHOICES -> ListType.create(SimpleType.STRING);
    };
  }
}
