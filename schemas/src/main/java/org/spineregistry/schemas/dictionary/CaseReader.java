package org.spineregistry.schemas.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;

/**
 * Reads cases of one campaign from JSON, Avro or CSV. All three give the same candidate and the
 * same findings. Bad input never throws: it is in {@link CaseCandidate#problems()}. Thread-safe.
 */
public final class CaseReader {

  private final CaseShape shape;
  private final CsvRows csv;

  public CaseReader(DataDictionary dictionary) {
    this.shape = new CaseShape(dictionary);
    this.csv = new CsvRows(dictionary);
  }

  /**
   * Reads a JSON object: {@code header}, then variables by name, then {@code missing}; what is
   * absent is null. Sets are arrays. The parser must refuse repeated names, a tree cannot show
   * them.
   */
  public CaseCandidate json(JsonNode tree) {
    return shape.read(PlainValues.ofJson(tree));
  }

  /**
   * Reads an Avro record by the schema that it was written with. A record that was resolved to a
   * newer or older schema before has lost what that schema does not know, unseen by any check.
   */
  public CaseCandidate avro(IndexedRecord record) {
    return shape.read(PlainValues.ofAvro(record));
  }

  /**
   * Reads a CSV row.
   *
   * @param row column to cell, in the order of the file: header fields, variables and {@code
   *     <variable>.missing} by name, or as the schema's {@code csv} says; an absent campaignId is
   *     that of the campaign
   */
  public CaseCandidate csv(Map<String, String> row) {
    return shape.read(csv.raw(row));
  }
}
