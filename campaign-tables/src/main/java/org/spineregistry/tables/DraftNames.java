package org.spineregistry.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.infer.InferredColumn;

/** Names that Avro allows for the columns and levels of a file. */
final class DraftNames {
  private static final Set<String> ANSWERS = Set.of("0 1", "no yes", "n y", "f t", "false true");

  private static final String NAME = "[a-z][A-Za-z0-9]*";

  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, Map<String, String>> values = new HashMap<>();

  DraftNames(List<InferredColumn> columns) {
    Set<String> taken = new HashSet<>(Set.of(DataDictionary.HEADER, DataDictionary.MISSING));
    for (InferredColumn column : columns) { // no other column may take what is a name already
      if (column.name().matches(NAME) && taken.add(column.name())) {
        variables.put(column.name(), column.name());
      }
    }
    for (InferredColumn column : columns) {
      if (!variables.containsKey(column.name())) {
        variables.put(column.name(), free(variableName(column.name()), taken, ""));
      }
      if (!column.column().isNumber()) {
        values.put(column.name(), symbols(column.column().levels()));
      }
    }
  }

  /** The variable of a column. */
  String variable(String column) {
    return variables.get(column);
  }

  /** What the schema calls a value of a column: a symbol, true or false, or the number itself. */
  String value(String column, String text) {
    return values.getOrDefault(column, Map.of()).getOrDefault(text, text);
  }

  /** Level to symbol, in the order of the levels. */
  Map<String, String> symbols(String column) {
    return values.get(column);
  }

  /** Whether the levels are false and true, whatever the file calls them. */
  static boolean areAnswers(List<String> levels) {
    return ANSWERS.contains(String.join(" ", levels).toLowerCase(Locale.ROOT));
  }

  /** A name of a type: {@code blood-storage} is {@code BloodStorage}. */
  static String typeName(String name) {
    StringBuilder type = new StringBuilder();
    words(name).forEach(word -> type.append(capitalised(word)));
    return type.isEmpty() || Character.isDigit(type.charAt(0)) ? "X" + type : type.toString();
  }

  private static String variableName(String column) {
    if (column.matches(NAME)) {
      return column;
    }
    StringBuilder name = new StringBuilder();
    for (String word : words(column)) {
      String small = word.toLowerCase(Locale.ROOT);
      name.append(name.isEmpty() ? small : capitalised(small));
    }
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "x" + name : name.toString();
  }

  private static Map<String, String> symbols(List<String> levels) {
    Map<String, String> symbols = new LinkedHashMap<>();
    if (areAnswers(levels)) {
      symbols.put(levels.get(0), "false");
      symbols.put(levels.get(1), "true");
      return symbols;
    }
    Set<String> taken = new HashSet<>(Set.of("UNRECOGNISED"));
    for (String level : levels) {
      String symbol = String.join("_", words(level)).toUpperCase(Locale.ROOT);
      boolean starts = !symbol.isEmpty() && !Character.isDigit(symbol.charAt(0));
      symbols.put(level, free(starts ? symbol : "LEVEL_" + symbol, taken, "_"));
    }
    return symbols;
  }

  /**
   * Runs of letters and digits in ASCII; a new word also starts with a capital after a small one.
   */
  private static List<String> words(String text) {
    String letters = text.replace("ß", "ss").replace("æ", "ae").replace("ø", "o");
    String plain = Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    List<String> words = new ArrayList<>();
    for (String word : plain.split("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String free(String name, Set<String> taken, String separator) {
    String candidate = name;
    for (int number = 2; !taken.add(candidate); number++) {
      candidate = name + separator + number;
    }
    return candidate;
  }
}
