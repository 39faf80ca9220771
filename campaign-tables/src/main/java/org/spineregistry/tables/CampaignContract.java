package org.spineregistry.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.schemas.rules.Derivations;
import org.spineregistry.schemas.rules.RuleSet;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.contract.TimeToEvent;

/** Makes the contract of a campaign. */
final class CampaignContract {
  private CampaignContract() {}

  static Contract of(DataDictionary dictionary) {
    RowFields fields = new RowFields(dictionary);
    return new Contract(
        new CampaignRules(RuleSet.compile(dictionary), fields),
        new CampaignDerivations(Derivations.compile(dictionary), dictionary, fields),
        timeToEvent(dictionary),
        dictionary.regressions().stream()
            .map(regression -> new Regression(regression.target(), regression.predictors()))
            .toList(),
        cuts(dictionary));
  }

  private static List<TimeToEvent> timeToEvent(DataDictionary dictionary) {
    return dictionary.timeToEvent().stream()
        .map(pair -> new TimeToEvent(pair.time(), pair.status(), Set.copyOf(pair.events())))
        .toList();
  }

  private static Map<String, List<Double>> cuts(DataDictionary dictionary) {
    Map<String, List<Double>> cuts = new HashMap<>();
    for (Variable variable : dictionary.variables()) {
      if (!variable.cuts().isEmpty()) {
        cuts.put(variable.name(), variable.cuts());
      }
    }
    return cuts;
  }
}
