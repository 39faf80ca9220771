package org.spineregistry.tables;

import java.util.List;
import org.spineregistry.schemas.dictionary.CaseRule;
import org.spineregistry.schemas.dictionary.Level;
import org.spineregistry.schemas.rules.RuleSet;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.contract.RowRules;

/** The rules of a campaign that refuse a case: what intake refuses, no synthetic patient is. */
final class CampaignRules implements RowRules {
  private final RuleSet rules;
  private final RowFields fields;
  private final List<String> codes;

  CampaignRules(RuleSet rules, RowFields fields) {
    this.rules = rules;
    this.fields = fields;
    this.codes = rules.rules(Level.REJECT).stream().map(CaseRule::code).toList();
  }

  @Override
  public List<String> codes() {
    return codes;
  }

  @Override
  public List<Integer> broken(Row row) {
    return rules.brokenPositions(Level.REJECT, new RowView(fields, row));
  }
}
