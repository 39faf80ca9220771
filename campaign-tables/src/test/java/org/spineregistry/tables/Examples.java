package org.spineregistry.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.GenericRecord;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.CaseRecords;
import org.spineregistry.schemas.dictionary.DataDictionary;

/** Campaigns, their example cases and the real trial. */
final class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Campaigns CAMPAIGNS = Campaigns.fromClasspath();

  private Examples() {}

  static DataDictionary sacroiliac() {
    return CAMPAIGNS.byId("sacroiliac-fusion").orElseThrow();
  }

  static DataDictionary lumbar() {
    return CAMPAIGNS.byId("lumbar-fusion").orElseThrow();
  }

  static DataDictionary periodontal() {
    return CAMPAIGNS.byId("periodontal").orElseThrow();
  }

  /** The dictionary of an example file's short name. */
  static DataDictionary dictionary(String name) {
    return switch (name) {
      case "sacroiliac" -> sacroiliac();
      case "lumbar" -> lumbar();
      default -> periodontal();
    };
  }

  /** The faultless case of a campaign with other values; a null clears one. */
  static GenericRecord record(String name, JsonNode overrides) {
    ObjectNode tree = (ObjectNode) json("/cases/" + name + "-case.json");
    overrides.properties().forEach(entry -> tree.set(entry.getKey(), entry.getValue()));
    return CaseRecords.toAvro(new CaseReader(dictionary(name)).json(tree));
  }

  /** The 823 patients of the trial; the file has no quoted cell. */
  static List<GenericRecord> trial() {
    CaseReader reader = new CaseReader(periodontal());
    List<String> lines = text("/opt.csv").lines().toList();
    String[] names = lines.get(0).split(",", -1);
    List<GenericRecord> records = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      row.put("caseId", "3f0c8a54-6a0e-4c1f-9d3e-5b7a2f1c9e80");
      for (int c = 0; c < cells.length; c++) {
        row.put(names[c], cells[c]);
      }
      records.add(CaseRecords.toAvro(reader.csv(row)));
    }
    return records;
  }

  static JsonNode json(String resource) {
    try {
      return JSON.readTree(text(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON in single quotes. */
  static JsonNode parse(String singleQuoted) {
    try {
      return JSON.readTree(singleQuoted.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String resource) {
    try (InputStream in = Examples.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }
}
