package org.spineregistry.synthesis.table;

import java.util.ArrayList;
import java.util.List;

/** Splits CSV text into lines and cells (RFC 4180 with LF as the only line end). */
final class CsvLines {
  private final String text;
  private int at;

  CsvLines(String text) {
    this.text = text;
  }

  List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    while (at < text.length()) {
      lines.add(line());
    }
    return lines;
  }

  private List<String> line() {
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (at >= text.length()) {
        return cells;
      }
      char separator = text.charAt(at++);
      if (separator == '\n') {
        return cells;
      }
      if (separator != ',') {
        throw CsvReader.broken("BAD_QUOTE");
      }
    }
  }

  private String plain() {
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      char c = text.charAt(at++);
      if (c == '"') {
        throw CsvReader.broken("BAD_QUOTE");
      }
      if (c == '\r') {
        throw CsvReader.broken("CARRIAGE_RETURN");
      }
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        throw CsvReader.broken("BAD_QUOTE");
      }
      cell.append(text, at, quote);
      at = quote + 1;
      if (at >= text.length() || text.charAt(at) != '"') {
        return cell.toString();
      }
      cell.append('"');
      at++;
    }
  }
}
