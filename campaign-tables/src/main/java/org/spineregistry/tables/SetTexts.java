package org.spineregistry.tables;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.spineregistry.schemas.dictionary.CsvFormat;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Variable;

/**
 * Sets as levels: a set becomes one level, its symbols in the order of the list; the empty set is a
 * level as well.
 *
 * @param emptySet the level of the empty set, no symbol of the campaign
 */
record SetTexts(String emptySet) {
  static SetTexts of(DataDictionary dictionary) {
    return new SetTexts(dictionary.csv().emptySet());
  }

  /** The level of a set. */
  String text(Variable variable, List<?> symbols) {
    List<String> texts = symbols.stream().map(Object::toString).toList();
    return texts.isEmpty()
        ? emptySet
        : variable.symbols().stream()
            .filter(texts::contains)
            .collect(Collectors.joining(CsvFormat.SET_SEPARATOR));
  }

  /** The set of a level. */
  List<String> set(String text) {
    return text.equals(emptySet) ? List.of() : Arrays.asList(text.split(CsvFormat.SET_SEPARATOR));
  }
}
