package org.spineregistry.synthesis.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a CSV whose header is the schema's columns in order. Text must be UTF-8 without a mark,
 * lines end with LF, numbers use a point. An empty cell is missing.
 *
 * <p>Rules besides those of {@link TableBuilder}: {@code NOT_UTF8}, {@code BAD_QUOTE}, {@code
 * CARRIAGE_RETURN}, {@code HEADER_MISMATCH}, {@code NOT_A_NUMBER}.
 */
public final class CsvReader {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private CsvReader() {}

  /**
   * Reads a table.
   *
   * @param columns in schema order
   * @throws TableException if the text is no such CSV or a cell breaks a rule
   */
  public static Table read(byte[] csv, List<Column> columns) {
    List<List<String>> lines = new CsvLines(decode(csv)).lines();
    List<String> names = columns.stream().map(Column::name).toList();
    if (lines.isEmpty() || !lines.get(0).equals(names)) {
      throw broken("HEADER_MISMATCH");
    }
    TableBuilder builder = new TableBuilder(columns);
    List<Problem> problems = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      builder.add(cells(lines.get(line), columns, line - 1, problems));
    }
    if (!problems.isEmpty()) {
      throw new TableException(problems);
    }
    return builder.build();
  }

  private static List<Object> cells(
      List<String> line, List<Column> columns, int row, List<Problem> problems) {
    List<Object> cells = new ArrayList<>();
    for (int c = 0; c < line.size(); c++) {
      String text = line.get(c);
      if (text.isEmpty() || c >= columns.size() || !columns.get(c).isNumber()) {
        cells.add(text.isEmpty() ? null : text);
      } else if (NUMBER.matcher(text).matches()) {
        cells.add(Double.valueOf(text));
      } else {
        problems.add(new Problem(row, columns.get(c).name(), "NOT_A_NUMBER"));
        cells.add(null);
      }
    }
    return cells;
  }

  private static String decode(byte[] csv) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
    } catch (CharacterCodingException malformed) {
      throw broken("NOT_UTF8");
    }
  }

  static TableException broken(String rule) {
    return new TableException(List.of(new Problem(-1, "", rule)));
  }
}
