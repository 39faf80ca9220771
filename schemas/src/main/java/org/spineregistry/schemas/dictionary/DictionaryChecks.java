package org.spineregistry.schemas.dictionary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold between the variables, windows, rules and the record of one schema. */
final class DictionaryChecks {

  private final DataDictionary dictionary;
  private final List<String> problems;

  DictionaryChecks(DataDictionary dictionary, List<String> problems) {
    this.dictionary = dictionary;
    this.problems = problems;
  }

  void run() {
    checkPrimaryOutcome();
    Set<String> windows = new HashSet<>();
    dictionary.windows().forEach(window -> windows.add(window.name()));
    Set<String> rules = new HashSet<>();
    dictionary.rules().forEach(rule -> rules.add(rule.code()));
    for (Variable variable : dictionary.variables()) {
      String place = "field " + variable.name() + ": ";
      if (variable.window().isPresent() && !windows.contains(variable.window().get())) {
        problems.add(place + "the record has no window " + variable.window().get());
      }
      checkDerivation(place, variable, rules);
      checkEmptySet(place, variable);
      checkRound(place, variable);
    }
  }

  private void checkPrimaryOutcome() {
    List<String> marked =
        dictionary.variables().stream()
            .filter(variable -> variable.has(Role.PRIMARY_OUTCOME))
            .map(Variable::name)
            .toList();
    if (!marked.equals(List.of(dictionary.primaryOutcomeName()))) {
      problems.add(
          "record: primaryOutcome and the role primary-outcome must name the same one variable");
    }
  }

  private void checkDerivation(String place, Variable variable, Set<String> rules) {
    variable
        .derivation()
        .map(Derivation::code)
        .filter(code -> !code.equals(Codes.DERIVED_MISMATCH) && !rules.contains(code))
        .ifPresent(code -> problems.add(place + "the record has no rule " + code));
  }

  private void checkRound(String place, Variable variable) {
    if (dictionary.csv().round().contains(variable.name()) && variable.kind() != Kind.NUMBER) {
      problems.add(place + "only a double is rounded when a CSV file is read");
    }
  }

  private void checkEmptySet(String place, Variable variable) {
    String emptySet = dictionary.csv().emptySet();
    if (variable.kind() == Kind.CHOICES && variable.symbols().contains(emptySet)) {
      problems.add(place + "the symbol " + emptySet + " means the empty set in CSV files");
    }
  }
}
