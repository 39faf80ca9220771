package org.spineregistry.synthesis.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * One condition as text: column, relation, value. A value that holds a comma stands in double
 * quotes.
 *
 * @param text as written
 * @param column empty when missing
 * @param relation null when the text has none
 * @param value without quotes
 */
record Term(String text, String column, Relation relation, String value) {
  private static final char QUOTE = '"';

  /** The terms of a list with commas between them; none for a blank text. */
  static List<Term> of(String text) {
    List<Term> terms = new ArrayList<>();
    if (text.isBlank()) {
      return terms;
    }
    boolean quoted = false;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      quoted ^= c == QUOTE;
      if (c == ',' && !quoted) {
        terms.add(one(text.substring(from, at).strip()));
        from = at + 1;
      }
    }
    terms.add(one(text.substring(from).strip()));
    return terms;
  }

  private static Term one(String text) {
    for (int at = 0; at < text.length(); at++) {
      Relation relation = Relation.at(text, at);
      if (relation != null) {
        String value = text.substring(at + relation.sign().length()).strip();
        return new Term(text, text.substring(0, at).strip(), relation, unquoted(value));
      }
    }
    return new Term(text, "", null, "");
  }

  private static String unquoted(String value) {
    int last = value.length() - 1;
    boolean quoted = last > 0 && value.charAt(0) == QUOTE && value.charAt(last) == QUOTE;
    return quoted ? value.substring(1, last).replace("\"\"", "\"") : value;
  }
}
