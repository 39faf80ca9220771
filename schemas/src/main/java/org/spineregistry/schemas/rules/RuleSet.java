package org.spineregistry.schemas.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.spineregistry.schemas.dictionary.CaseRule;
import org.spineregistry.schemas.dictionary.Codes;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Level;
import org.spineregistry.schemas.dictionary.Stage;

/** The rules of a campaign, compiled once. Immutable and thread-safe. */
public final class RuleSet {

  private final List<CompiledRule> rules;

  private RuleSet(List<CompiledRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Compiles every rule of a campaign.
   *
   * @throws InvalidRulesException with every rule that does not compile, and where
   */
  public static RuleSet compile(DataDictionary dictionary) {
    List<String> problems = new ArrayList<>();
    ExpressionCompiler compiler = new ExpressionCompiler(dictionary, problems);
    List<CompiledRule> rules = new ArrayList<>();
    for (CaseRule rule : dictionary.rules()) {
      compiler
          .condition("rule " + rule.code(), rule.expression())
          .ifPresent(expression -> rules.add(CompiledRule.of(rule, expression)));
    }
    if (!problems.isEmpty()) {
      throw new InvalidRulesException(dictionary.campaignId(), problems);
    }
    return new RuleSet(rules);
  }

  /** The variables that a rule names, in the order of the schema; none for a foreign rule. */
  public List<String> variables(CaseRule rule) {
    return rules.stream()
        .filter(compiled -> compiled.rule().equals(rule))
        .findFirst()
        .map(compiled -> compiled.expression().variables())
        .orElse(List.of());
  }

  /** The rules of a level, in the order of the schema. */
  public List<CaseRule> rules(Level level) {
    return of(level).map(CompiledRule::rule).toList();
  }

  /**
   * The rules of a level that a row of values breaks, for rows that are no case, such as synthetic
   * ones. A rule that cannot be evaluated counts as broken.
   *
   * @param values variable to Long, Double, Boolean, String or List of String; absent is null
   */
  public List<CaseRule> broken(Level level, Map<String, ?> values) {
    List<CaseRule> ofLevel = rules(level);
    return brokenPositions(level, values).stream().map(ofLevel::get).toList();
  }

  /** The same as positions in {@link #rules}: a code may repeat. */
  public List<Integer> brokenPositions(Level level, Map<String, ?> values) {
    List<Integer> broken = List.of();
    int position = 0;
    for (CompiledRule rule : rules) {
      if (rule.rule().level() != level) {
        continue;
      }
      if (rule.applies(values) && !holds(rule, values)) {
        // nearly every row keeps every rule
        broken = broken.isEmpty() ? new ArrayList<>() : broken;
        broken.add(position);
      }
      position++;
    }
    return broken;
  }

  private Stream<CompiledRule> of(Level level) {
    return rules.stream().filter(rule -> rule.rule().level() == level);
  }

  private static boolean holds(CompiledRule rule, Map<String, ?> values) {
    try {
      return rule.expression().isTrue(values);
    } catch (RuleEvaluationException e) {
      return false;
    }
  }

  /**
   * Checks the rules of a level.
   *
   * @param failed variables that have failed a check before; rules that name one are skipped
   */
  List<Finding> check(Level level, Map<String, ?> values, Set<String> failed) {
    List<Finding> findings = new ArrayList<>();
    for (CompiledRule rule : rules) {
      if (rule.rule().level() == level
          && rule.applies(values)
          && (failed.isEmpty() || Collections.disjoint(failed, rule.expression().variables()))) {
        check(rule, values, findings);
      }
    }
    return findings;
  }

  private static void check(CompiledRule rule, Map<String, ?> values, List<Finding> findings) {
    Stage stage = rule.rule().level() == Level.REJECT ? Stage.REJECT_RULES : Stage.QUERY_RULES;
    List<String> fields = rule.expression().variables();
    try {
      if (!rule.expression().isTrue(values)) {
        findings.add(
            new Finding(
                stage, rule.rule().code(), rule.rule().level(), fields, rule.rule().message(), ""));
      }
    } catch (RuleEvaluationException e) {
      findings.add(
          new Finding(
              stage,
              Codes.RULE_ERROR,
              Level.REJECT,
              fields,
              rule.rule().message(),
              "the rule " + rule.rule().code() + " could not be evaluated; tell the registry"));
    }
  }
}
