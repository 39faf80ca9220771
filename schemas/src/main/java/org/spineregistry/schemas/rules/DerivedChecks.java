package org.spineregistry.schemas.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.CaseRule;
import org.spineregistry.schemas.dictionary.Codes;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Stage;
import org.spineregistry.schemas.dictionary.Variable;

/**
 * Recomputes derived variables and compares. Where the derivation names a rule of the schema, the
 * rule is the comparison, and this check leaves it to the rule.
 */
final class DerivedChecks {

  private final Derivations derivations;
  private final List<Variable> withoutRule;

  DerivedChecks(DataDictionary dictionary) {
    this.derivations = Derivations.compile(dictionary);
    Set<String> codes = new HashSet<>();
    dictionary.rules().stream().map(CaseRule::code).forEach(codes::add);
    this.withoutRule =
        derivations.variables().stream()
            .filter(variable -> !codes.contains(variable.derivation().orElseThrow().code()))
            .toList();
  }

  /**
   * @param failed variables that have failed a check before
   */
  List<Finding> check(CaseCandidate candidate, Set<String> failed) {
    List<Finding> findings = new ArrayList<>();
    for (Variable variable : withoutRule) {
      Object value = candidate.values().get(variable.name());
      if (value != null
          && !failed.contains(variable.name())
          && Collections.disjoint(failed, derivations.inputs(variable.name()))) {
        compare(candidate, variable, value).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> compare(CaseCandidate candidate, Variable variable, Object value) {
    String rule = "Must be the value that follows from other fields.";
    String code = variable.derivation().orElseThrow().code();
    String hint = String.join(", ", derivations.inputs(variable.name()));
    try {
      Optional<Object> computed = derivations.compute(variable.name(), candidate.values());
      boolean same = computed.isEmpty() || computed.get().equals(value);
      return same
          ? Optional.empty()
          : Optional.of(Finding.reject(Stage.RANGES, code, variable.name(), rule, hint));
    } catch (RuleEvaluationException e) {
      return Optional.of(
          Finding.reject(Stage.RANGES, Codes.RULE_ERROR, variable.name(), rule, hint));
    }
  }
}
