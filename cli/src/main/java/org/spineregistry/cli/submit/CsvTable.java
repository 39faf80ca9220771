package org.spineregistry.cli.submit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.spineregistry.cli.UserProblem;

/**
 * A CSV file: UTF-8, commas, quotes where needed (RFC 4180), one header row.
 *
 * @param columns names in the header row
 */
record CsvTable(List<String> columns, List<Row> rows) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
  private static final String MARK = "\ufeff";

  /**
   * A data row.
   *
   * @param line number of its last line in the file, from 1
   * @param cells column to cell, in the order of the file
   */
  record Row(long line, Map<String, String> cells) {}

  CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * @throws UserProblem with every problem of the file's form; none quotes a cell
   */
  static CsvTable read(byte[] file) {
    try (CSVParser parser = CSVParser.parse(new StringReader(decoded(file)), FORMAT)) {
      return of(parser.getRecords());
    } catch (IOException | UncheckedIOException e) {
      throw UserProblem.input("the file is no CSV: a quoted cell does not end as it should");
    }
  }

  private static CsvTable of(List<CSVRecord> records) {
    if (records.isEmpty()) {
      throw UserProblem.input("the file is empty; its first row must name the columns");
    }
    List<String> columns = records.get(0).stream().map(String::strip).toList();
    List<String> problems = new ArrayList<>(repeated(columns));
    List<Row> rows = new ArrayList<>();
    for (CSVRecord record : records.subList(1, records.size())) {
      if (record.size() != columns.size()) {
        problems.add(
            "row %d has %d cells, the header row has %d"
                .formatted(record.getRecordNumber(), record.size(), columns.size()));
      } else {
        rows.add(new Row(record.getRecordNumber(), cells(columns, record)));
      }
    }
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    return new CsvTable(columns, rows);
  }

  private static List<String> repeated(List<String> columns) {
    Set<String> seen = new HashSet<>();
    List<String> problems = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      if (!seen.add(columns.get(c))) {
        problems.add("column " + (c + 1) + " has the same name as an earlier one");
      }
    }
    return problems;
  }

  private static Map<String, String> cells(List<String> columns, CSVRecord record) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int c = 0; c < columns.size(); c++) {
      cells.put(columns.get(c), record.get(c));
    }
    return cells;
  }

  private static String decoded(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw UserProblem.input("the file is not UTF-8");
    }
  }
}
