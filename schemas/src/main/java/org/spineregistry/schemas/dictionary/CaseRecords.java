package org.spineregistry.schemas.dictionary;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;

/** Turns candidates into records of the campaign's schema, and describes records without values. */
public final class CaseRecords {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CaseRecords() {}

  /**
   * The Avro record of a case, generic, because a campaign need not have a generated class.
   *
   * @throws IllegalArgumentException if the candidate has a problem of shape; the message names
   *     codes and fields
   */
  public static GenericRecord toAvro(CaseCandidate candidate) {
    refuseProblems(candidate);
    Schema schema = candidate.dictionary().schema();
    GenericRecord record = new GenericData.Record(schema);
    record.put(DataDictionary.HEADER, header(candidate, schema));
    for (Variable variable : candidate.dictionary().variables()) {
      Object value = candidate.values().get(variable.name());
      Schema type = schema.getField(variable.name()).schema().getTypes().get(1);
      record.put(variable.name(), value == null ? null : avro(type, value));
    }
    record.put(DataDictionary.MISSING, reasons(candidate, schema));
    return record;
  }

  /**
   * The JSON object that {@code POST /v1/cases} takes; nulls are left out.
   *
   * @throws IllegalArgumentException if the candidate has a problem of shape
   */
  public static ObjectNode toJson(CaseCandidate candidate) {
    refuseProblems(candidate);
    ObjectNode tree = JSON.createObjectNode();
    tree.set(DataDictionary.HEADER, JSON.valueToTree(candidate.header()));
    candidate.values().forEach((name, value) -> tree.set(name, JSON.valueToTree(value)));
    if (!candidate.missing().isEmpty()) {
      tree.set(DataDictionary.MISSING, JSON.valueToTree(candidate.missing()));
    }
    return tree;
  }

  /** The follow-up windows that a record of the campaign fills. */
  public static List<String> windowsFilled(DataDictionary dictionary, IndexedRecord record) {
    return dictionary.windowsFilled(filled(record));
  }

  /** What a log may say of a record: its type and how much of it is filled. */
  public static String describe(IndexedRecord record) {
    Schema schema = record.getSchema();
    return schema.getName() + ", " + filled(record).size() + " values";
  }

  private static Set<String> filled(IndexedRecord record) {
    Set<String> names = new HashSet<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      boolean variable =
          !field.name().equals(DataDictionary.HEADER)
              && !field.name().equals(DataDictionary.MISSING);
      if (variable && record.get(field.pos()) != null) {
        names.add(field.name());
      }
    }
    return names;
  }

  private static void refuseProblems(CaseCandidate candidate) {
    List<String> problems =
        candidate.problems().stream()
            .filter(Finding::rejects)
            .map(problem -> problem.code() + " at " + problem.field())
            .toList();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("a refused case is no record: " + problems);
    }
  }

  private static GenericRecord header(CaseCandidate candidate, Schema schema) {
    Schema type = schema.getField(DataDictionary.HEADER).schema();
    GenericRecord header = new GenericData.Record(type);
    for (HeaderField field : candidate.dictionary().header()) {
      Schema fieldType = type.getField(field.name()).schema();
      Schema valueType = field.nullable() ? fieldType.getTypes().get(1) : fieldType;
      Object value = candidate.header().get(field.name());
      header.put(field.name(), value == null ? null : avro(valueType, value));
    }
    return header;
  }

  private static Map<String, Object> reasons(CaseCandidate candidate, Schema schema) {
    Schema type = schema.getField(DataDictionary.MISSING).schema().getValueType();
    Map<String, Object> reasons = new TreeMap<>();
    candidate.missing().forEach((name, reason) -> reasons.put(name, avro(type, reason)));
    return reasons;
  }

  private static Object avro(Schema type, Object value) {
    return switch (type.getType()) {
      case INT -> Math.toIntExact((Long) value);
      case ENUM -> new GenericData.EnumSymbol(type, (String) value);
      case ARRAY ->
          ((List<?>) value).stream().map(item -> avro(type.getElementType(), item)).toList();
      default -> value;
    };
  }
}
