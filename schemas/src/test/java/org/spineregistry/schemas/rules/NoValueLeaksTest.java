package org.spineregistry.schemas.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.CaseRecords;
import org.spineregistry.schemas.dictionary.Cases;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.HeaderField;
import org.spineregistry.schemas.dictionary.Variable;

/** A marker in every place where a value or a name can stand, and in no finding or message. */
class NoValueLeaksTest {

  private static final String TEXT = "Marker7Jane";
  private static final String NUMBER = "8675309.8675309";

  static Stream<Arguments> markers() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    List<JsonNode> markers =
        List.of(
            json.textNode(TEXT),
            json.numberNode(8675309.8675309),
            json.numberNode(8675309L),
            json.arrayNode().add(TEXT).add(8675309),
            json.objectNode().put(TEXT, TEXT));
    return Cases.CAMPAIGNS.keySet().stream()
        .flatMap(campaign -> markers.stream().map(marker -> Arguments.of(campaign, marker)));
  }

  @ParameterizedTest
  @MethodSource("markers")
  void aJsonCaseLeaksNothing(String campaign, JsonNode marker) {
    DataDictionary dictionary = Cases.dictionary(campaign);
    for (JsonNode tree : marked(dictionary, marker)) {
      CaseCandidate candidate = new CaseReader(dictionary).json(tree);
      List<Finding> findings = CaseChecks.of(dictionary).check(candidate);

      assertThat(findings).isNotEmpty();
      assertSilent(findings.toString());
      assertSilent(candidate.toString());
      assertSilent(messageOf(candidate));
    }
  }

  /** One case with the marker in every field, and one with it in every name that can be free. */
  private static List<JsonNode> marked(DataDictionary dictionary, JsonNode marker) {
    ObjectNode values = Cases.JSON.createObjectNode();
    ObjectNode header = values.putObject("header");
    dictionary.header().stream().map(HeaderField::name).forEach(n -> header.set(n, marker));
    ObjectNode missing = Cases.JSON.createObjectNode();
    for (Variable variable : dictionary.variables()) {
      values.set(variable.name(), marker);
      missing.set(variable.name(), marker);
    }
    values.set("missing", missing);
    ObjectNode names = Cases.JSON.createObjectNode();
    names.set(TEXT, marker);
    names.putObject("header").set(TEXT, marker);
    names.putObject("missing").set(TEXT, marker);
    return List.of(values, names, marker);
  }

  @ParameterizedTest
  @MethodSource("campaigns")
  void aCsvRowLeaksNothing(String campaign) {
    DataDictionary dictionary = Cases.dictionary(campaign);
    for (String marker : List.of(TEXT, NUMBER, NUMBER.replace('.', ','))) {
      Map<String, String> row = new LinkedHashMap<>();
      dictionary.header().forEach(field -> row.put(field.name(), marker));
      dictionary.variables().forEach(variable -> row.put(variable.name(), marker));
      dictionary.variables().forEach(variable -> row.put(variable.name() + ".missing", marker));
      row.put(marker, marker);
      row.put("site", marker);

      CaseCandidate candidate = new CaseReader(dictionary).csv(row);
      List<Finding> findings = new ArrayList<>(CaseChecks.of(dictionary).check(candidate));

      assertThat(findings).hasSizeGreaterThan(dictionary.variables().size());
      assertSilent(findings.toString());
      assertSilent(messageOf(candidate));
    }
  }

  static Stream<String> campaigns() {
    return Cases.CAMPAIGNS.keySet().stream();
  }

  private static String messageOf(CaseCandidate candidate) {
    try {
      return CaseRecords.describe(CaseRecords.toAvro(candidate));
    } catch (IllegalArgumentException e) {
      return e.toString();
    }
  }

  private static void assertSilent(String text) {
    assertThat(text).doesNotContainIgnoringCase("marker").doesNotContain("8675309");
  }
}
