package org.spineregistry.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.schemas.dictionary.CsvFormat;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.synthesis.cohort.Level;
import org.spineregistry.synthesis.cohort.LevelText;

/**
 * How files of a campaign write a BOOLEAN, a CHOICE or a CHOICES. Rules: {@code NOT_IN_LIST},
 * {@code NOT_TRUE_OR_FALSE}, {@code REPEATED_SYMBOL}.
 */
final class CampaignLevels implements LevelText {
  private final Variable variable;
  private final SetTexts sets;
  private final Map<String, String> symbols = new HashMap<>();

  CampaignLevels(Variable variable, SetTexts sets) {
    this.variable = variable;
    this.sets = sets;
    variable.symbols().forEach(symbol -> symbols.put(symbol, symbol));
    // a label comes first, as it does at intake
    variable.labels().forEach((symbol, label) -> symbols.put(label, symbol));
  }

  @Override
  public Level level(String text) {
    if (variable.kind() == Kind.CHOICES) {
      return set(text);
    }
    String symbol = symbols.get(text);
    if (symbol != null) {
      return Level.of(symbol);
    }
    return variable.kind() == Kind.BOOLEAN
        ? LevelText.bool().level(text)
        : Level.broken("NOT_IN_LIST");
  }

  private Level set(String text) {
    List<String> set = new ArrayList<>();
    if (!text.equals(sets.emptySet())) {
      for (String item : text.split(CsvFormat.SET_SEPARATOR, -1)) {
        String symbol = symbols.get(item.strip());
        if (symbol == null) {
          return Level.broken("NOT_IN_LIST");
        }
        if (set.contains(symbol)) {
          return Level.broken("REPEATED_SYMBOL");
        }
        set.add(symbol);
      }
    }
    return Level.of(sets.text(variable, set));
  }
}
