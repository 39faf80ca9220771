package org.spineregistry.schemas.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns CSV rows into raw cases, by the {@code csv} property of the campaign. */
final class CsvRows {

  private static final String CAMPAIGN_ID = "campaignId";

  private final DataDictionary dictionary;
  private final CsvFormat format;
  private final CsvCells cells;
  private final Map<String, HeaderField> header = new HashMap<>();
  private final Set<String> consumed = new HashSet<>();
  private final Map<String, Variable> byColumn = new HashMap<>();

  CsvRows(DataDictionary dictionary) {
    this.dictionary = dictionary;
    this.format = dictionary.csv();
    this.cells = new CsvCells(format);
    dictionary.header().forEach(field -> header.put(field.name(), field));
    dictionary.variables().forEach(v -> byColumn.put(format.column(v), v));
    consumed.addAll(format.ignore());
    format.header().values().forEach(source -> source.column().ifPresent(consumed::add));
  }

  RawRecord raw(Map<String, String> row) {
    List<RawRecord.Entry> fields = new ArrayList<>();
    List<RawRecord.Entry> reasons = new ArrayList<>();
    int position = 0;
    for (Map.Entry<String, String> column : row.entrySet()) {
      position++;
      String name = column.getKey();
      String reasonOf = reasonOf(name);
      Variable variable = byColumn.get(name);
      if (variable != null) {
        Object value = cells.value(variable, column.getValue());
        fields.add(new RawRecord.Entry(position, variable.name(), value));
      } else if (!reasonOf.isEmpty()) {
        if (!cells.isMissing(column.getValue())) {
          reasons.add(new RawRecord.Entry(position, reasonOf, column.getValue().strip()));
        }
      } else if (!header.containsKey(name) && !consumed.contains(name)) {
        fields.add(new RawRecord.Entry(position, unknown(name), column.getValue()));
      }
    }
    fields.add(0, new RawRecord.Entry(0, DataDictionary.HEADER, header(row)));
    fields.add(new RawRecord.Entry(0, DataDictionary.MISSING, new RawRecord(reasons)));
    return new RawRecord(fields);
  }

  /** The variable whose reason a column holds, or empty. */
  private String reasonOf(String column) {
    if (!column.endsWith(CsvFormat.REASON_SUFFIX)) {
      return "";
    }
    String name = column.substring(0, column.length() - CsvFormat.REASON_SUFFIX.length());
    return dictionary.variable(name).isPresent() ? name : "";
  }

  /** A column called header or missing is as unknown as any other. */
  private static String unknown(String column) {
    return "#" + column;
  }

  private RawRecord header(Map<String, String> row) {
    List<RawRecord.Entry> entries = new ArrayList<>();
    for (HeaderField field : dictionary.header()) {
      entries.add(new RawRecord.Entry(entries.size() + 1, field.name(), headerValue(field, row)));
    }
    return new RawRecord(entries);
  }

  private Object headerValue(HeaderField field, Map<String, String> row) {
    String own = row.get(field.name());
    if (!cells.isMissing(own)) {
      return cells.plain(field.kind(), own.strip());
    }
    CsvFormat.HeaderSource source = format.header().get(field.name());
    if (source == null) {
      return field.name().equals(CAMPAIGN_ID) ? dictionary.campaignId() : null;
    }
    if (source.constant().isPresent()) {
      return cells.plain(field.kind(), source.constant().get());
    }
    String cell = row.get(source.column().orElseThrow());
    if (cells.isMissing(cell)) {
      return null;
    }
    if (source.values().isEmpty()) {
      return cells.plain(field.kind(), cell.strip());
    }
    String mapped = source.values().get(cell.strip());
    return mapped == null
        ? new RawRecord.Malformed(Codes.NOT_IN_LIST, "the schema maps no such cell")
        : cells.plain(field.kind(), mapped);
  }
}
