package org.spineregistry.schemas.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders derived variables so that each stands after those that it is computed from. */
final class DerivationOrder {

  private final Map<String, List<String>> inputs;
  private final List<String> problems;
  private final Set<String> done = new LinkedHashSet<>();

  private DerivationOrder(Map<String, List<String>> inputs, List<String> problems) {
    this.inputs = inputs;
    this.problems = problems;
  }

  /**
   * @param inputs derived variable to all variables that it names
   * @param names the derived variables in the order of the schema, which decides where nothing else
   *     does
   * @param problems receives the variables that are computed from themselves
   */
  static List<String> of(
      Map<String, List<String>> inputs, List<String> names, List<String> problems) {
    DerivationOrder order = new DerivationOrder(inputs, problems);
    names.forEach(name -> order.add(name, new LinkedHashSet<>()));
    return new ArrayList<>(order.done);
  }

  private void add(String name, Set<String> waiting) {
    if (!inputs.containsKey(name) || done.contains(name)) {
      return;
    }
    if (!waiting.add(name)) {
      problems.add("derivation of " + name + ": it is computed from itself");
      return;
    }
    inputs.get(name).forEach(input -> add(input, waiting));
    waiting.remove(name);
    done.add(name);
  }
}
