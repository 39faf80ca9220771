package org.spineregistry.schemas.rules;

import java.util.List;
import java.util.Map;
import org.spineregistry.schemas.dictionary.CaseRule;

/** A rule with its program and the variables without which it is skipped. */
record CompiledRule(CaseRule rule, Expression expression, List<String> needs) {

  static CompiledRule of(CaseRule rule, Expression expression) {
    return new CompiledRule(
        rule, expression, rule.needs().isEmpty() ? expression.variables() : rule.needs());
  }

  boolean applies(Map<String, ?> values) {
    for (String need : needs) {
      if (values.get(need) == null) {
        return false;
      }
    }
    return true;
  }
}
