package org.spineregistry.schemas.dictionary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns cells into plain values. What cannot be turned stays text, and then has a wrong type. */
final class CsvCells {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:\\.\\d{3})+)?,\\d+");
  private static final RawRecord.Malformed COMMA_DECIMAL =
      new RawRecord.Malformed(Codes.WRONG_TYPE, "a comma is no decimal sign: write a point");

  private final CsvFormat format;

  CsvCells(CsvFormat format) {
    this.format = format;
  }

  boolean isMissing(String cell) {
    return cell == null || format.missing().contains(cell.strip());
  }

  Object value(Variable variable, String cell) {
    if (isMissing(cell)) {
      return null;
    }
    String text = cell.strip();
    if (variable.kind() != Kind.CHOICES) {
      Object value = plain(variable.kind(), symbol(variable, text));
      return value instanceof Double number && format.round().contains(variable.name())
          ? (Object) rounded(number, variable.decimals())
          : value;
    }
    if (text.equals(format.emptySet())) {
      return List.of();
    }
    return Arrays.stream(text.split(CsvFormat.SET_SEPARATOR, -1))
        .map(String::strip)
        .map(item -> symbol(variable, item))
        .toList();
  }

  private static double rounded(double number, int decimals) {
    double power = 1;
    for (int d = 0; d < decimals; d++) {
      power *= 10;
    }
    return Math.rint(number * power) / power;
  }

  /** The symbol of a label; a text without one is perhaps a symbol itself. */
  private static String symbol(Variable variable, String text) {
    for (Map.Entry<String, String> label : variable.labels().entrySet()) {
      if (label.getValue().equals(text)) {
        return label.getKey();
      }
    }
    return text;
  }

  Object plain(Kind kind, String text) {
    return switch (kind) {
      case INTEGER, NUMBER -> number(text);
      case BOOLEAN -> bool(text);
      case CHOICE, CHOICES, TEXT -> text;
    };
  }

  private static Object number(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Long.parseLong(text);
    }
    if (NUMBER.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    return COMMA.matcher(text).matches() ? COMMA_DECIMAL : text;
  }

  /** Spreadsheets write TRUE. */
  private static Object bool(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    return text.equalsIgnoreCase("false") ? (Object) false : text;
  }
}
