package org.spineregistry.schemas.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Checks names and types of a raw case against the closed schema. */
final class CaseShape {

  private static final String UNKNOWN_RULE = "Only fields of the schema are accepted.";
  private static final String UNKNOWN_HINT =
      "the position counts from 1; the name is not repeated, as it may identify";

  private final DataDictionary dictionary;

  CaseShape(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  CaseCandidate read(Object raw) {
    List<Finding> problems = new ArrayList<>();
    Map<String, Object> header = new LinkedHashMap<>();
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    if (raw instanceof RawRecord record) {
      Map<String, Object> byName = byName(record);
      readHeader(byName.get(DataDictionary.HEADER), header, problems);
      for (Variable variable : dictionary.variables()) {
        Object value = byName.get(variable.name());
        if (value != null) {
          Shaped shaped = Shaped.of(variable.kind(), variable.symbols(), value);
          shaped.value().ifPresent(good -> values.put(variable.name(), good));
          addFaults(variable.name(), shaped, problems);
        }
      }
      readReasons(byName.get(DataDictionary.MISSING), reasons, problems);
      addUnknown(record, "", this::isField, problems);
    } else {
      problems.add(wrongType("case", "Must be an object with the fields of the schema."));
    }
    return new CaseCandidate(dictionary, header, values, reasons, problems);
  }

  private boolean isField(String name) {
    return name.equals(DataDictionary.HEADER)
        || name.equals(DataDictionary.MISSING)
        || dictionary.variable(name).isPresent();
  }

  private void readHeader(Object raw, Map<String, Object> header, List<Finding> problems) {
    if (raw == null) {
      problems.add(absent(DataDictionary.HEADER, Codes.REQUIRED));
      return;
    }
    if (!(raw instanceof RawRecord record)) {
      problems.add(wrongType(DataDictionary.HEADER, "Must be an object."));
      return;
    }
    Map<String, Object> byName = byName(record);
    for (HeaderField field : dictionary.header()) {
      Object value = byName.get(field.name());
      if (value != null) {
        Shaped shaped = Shaped.of(field.kind(), field.symbols(), value).fittingInt();
        shaped.value().ifPresent(good -> header.put(field.name(), good));
        addFaults(field.path(), shaped, problems);
      } else if (!field.nullable()) {
        problems.add(absent(field.path(), field.absentCode()));
      }
    }
    addUnknown(record, "header.", this::isHeaderField, problems);
  }

  private boolean isHeaderField(String name) {
    return dictionary.header().stream().anyMatch(field -> field.name().equals(name));
  }

  private void readReasons(Object raw, Map<String, String> reasons, List<Finding> problems) {
    if (raw == null) {
      return;
    }
    if (!(raw instanceof RawRecord record)) {
      problems.add(wrongType(DataDictionary.MISSING, "Must be an object."));
      return;
    }
    Map<String, Object> byName = byName(record);
    for (Variable variable : dictionary.variables()) {
      if (byName.containsKey(variable.name())) {
        Object reason = byName.get(variable.name());
        // a null is no reason; its shape is as wrong as that of a number
        Shaped shaped =
            Shaped.of(
                Kind.CHOICE,
                dictionary.missingReasons(),
                reason == null ? PlainValues.OPAQUE : reason);
        shaped.value().ifPresent(good -> reasons.put(variable.name(), (String) good));
        addFaults("missing." + variable.name(), shaped, problems);
      }
    }
    addUnknown(record, "missing.", name -> dictionary.variable(name).isPresent(), problems);
  }

  private static Map<String, Object> byName(RawRecord record) {
    Map<String, Object> byName = new HashMap<>();
    record.entries().forEach(entry -> byName.put(entry.name(), entry.value()));
    return byName;
  }

  private static void addFaults(String path, Shaped shaped, List<Finding> problems) {
    for (Shaped.Fault fault : shaped.faults()) {
      String place = fault.element() < 0 ? path : path + "[" + fault.element() + "]";
      problems.add(Finding.reject(Stage.SHAPE, fault.code(), place, fault.rule(), fault.hint()));
    }
  }

  private static void addUnknown(
      RawRecord record, String prefix, Predicate<String> known, List<Finding> problems) {
    for (RawRecord.Entry entry : record.entries()) {
      if (!known.test(entry.name())) {
        String path = prefix + "#" + entry.position();
        problems.add(
            Finding.reject(Stage.SHAPE, Codes.UNKNOWN_FIELD, path, UNKNOWN_RULE, UNKNOWN_HINT));
      }
    }
  }

  private static Finding wrongType(String path, String rule) {
    return Finding.reject(Stage.SHAPE, Codes.WRONG_TYPE, path, rule, "");
  }

  private static Finding absent(String path, String code) {
    return Finding.reject(Stage.HEADER, code, path, "Must have a value.", "");
  }
}
