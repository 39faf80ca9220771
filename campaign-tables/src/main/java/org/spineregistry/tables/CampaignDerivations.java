package org.spineregistry.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.schemas.rules.Derivations;
import org.spineregistry.schemas.rules.RuleEvaluationException;
import org.spineregistry.synthesis.contract.DerivedColumns;
import org.spineregistry.synthesis.contract.Row;

/** The derived variables of a campaign. */
final class CampaignDerivations implements DerivedColumns {
  private final Derivations derivations;
  private final Map<String, Variable> variables;
  private final SetTexts sets;
  private final RowFields fields;

  CampaignDerivations(Derivations derivations, DataDictionary dictionary, RowFields fields) {
    this.derivations = derivations;
    this.variables =
        derivations.variables().stream().collect(Collectors.toMap(Variable::name, v -> v));
    this.sets = SetTexts.of(dictionary);
    this.fields = fields;
  }

  @Override
  public List<String> names() {
    return derivations.order();
  }

  @Override
  public Object compute(String name, Row row) {
    try {
      return derivations
          .compute(name, new RowView(fields, row))
          .map(value -> cell(variables.get(name), value))
          .orElse(null);
    } catch (RuleEvaluationException e) {
      throw new IllegalArgumentException(name + ": its value cannot be computed");
    }
  }

  private Object cell(Variable variable, Object value) {
    return switch (variable.kind()) {
      case INTEGER, NUMBER -> ((Number) value).doubleValue();
      case BOOLEAN, CHOICE, TEXT -> value.toString();
      case CHOICES -> sets.text(variable, (List<?>) value);
    };
  }
}
