package org.spineregistry.schemas.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Test data: campaigns, one faultless case of each, and the rows of the trial. */
public final class Cases {

  public static final ObjectMapper JSON = new ObjectMapper();

  /** The campaigns that ship, by the name of their test case. */
  public static final Map<String, String> CAMPAIGNS =
      Map.of(
          "sacroiliac", "sacroiliac-fusion",
          "lumbar", "lumbar-fusion",
          "periodontal", "periodontal");

  private static final Campaigns SHIPPED = Campaigns.fromClasspath();

  private Cases() {}

  public static DataDictionary dictionary(String name) {
    return SHIPPED.byId(CAMPAIGNS.getOrDefault(name, name)).orElseThrow();
  }

  /** The campaign of the test resources, which no Java knows. */
  public static DataDictionary wrist() {
    return Campaigns.of(directory("campaigns")).byId("wrist-fracture").orElseThrow();
  }

  /** A case that breaks nothing, not even a query. */
  public static ObjectNode faultless(String name) {
    return (ObjectNode) json(name + "-case.json");
  }

  /** The faultless case with other values; a null clears one. */
  public static ObjectNode with(String name, JsonNode overrides) {
    ObjectNode tree = faultless(name);
    overrides.properties().forEach(entry -> tree.set(entry.getKey(), entry.getValue()));
    return tree;
  }

  /** The same with the overrides as JSON in single quotes. */
  public static ObjectNode with(String name, String overrides) {
    return with(name, parse(overrides));
  }

  public static JsonNode parse(String singleQuoted) {
    try {
      return JSON.readTree(singleQuoted.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(String resource) {
    try {
      return JSON.readTree(text(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String resource) {
    try (InputStream in = Cases.class.getResourceAsStream("/dictionary/" + resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path directory(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Cases.class.getResource("/dictionary/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The 823 real rows of the trial; the file has no quoted cell. */
  public static List<Map<String, String>> trial() {
    List<String> lines = text("opt.csv").lines().toList();
    List<String> columns = Arrays.asList(lines.get(0).split(","));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      row.put("caseId", "3f0c8a54-6a0e-4c1f-9d3e-5b7a2f1c9e80");
      for (int i = 0; i < cells.length; i++) {
        row.put(columns.get(i), cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
