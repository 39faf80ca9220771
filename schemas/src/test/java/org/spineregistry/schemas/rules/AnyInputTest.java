package org.spineregistry.schemas.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.Cases;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Findings;
import org.spineregistry.schemas.dictionary.Variable;

/** What holds for any input at all: it gets an answer, never an exception, and a closed one. */
class AnyInputTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int TRIES = 300;

  private final DataDictionary dictionary = Cases.dictionary("lumbar");
  private final CaseReader reader = new CaseReader(dictionary);
  private final CaseChecks checks = CaseChecks.of(dictionary);
  private final List<String> names =
      dictionary.variables().stream().map(Variable::name).collect(Collectors.toList());

  @Provide
  Arbitrary<JsonNode> anyValue() {
    Arbitrary<JsonNode> plain =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).map(NODES::textNode),
            Arbitraries.of("NONE", "DIED", "FEMALE", "L4_L5", "UNRECOGNISED").map(NODES::textNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.integers().between(-1, 101).map(NODES::numberNode),
            Arbitraries.bigIntegers().map(NODES::numberNode),
            Arbitraries.doubles().map(NODES::numberNode),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.just(NODES.nullNode()));
    Arbitrary<JsonNode> array =
        plain.list().ofMaxSize(4).map(items -> NODES.arrayNode().addAll(items));
    Arbitrary<JsonNode> object = plain.map(item -> NODES.objectNode().set("any", item));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(8, plain),
        net.jqwik.api.Tuple.of(1, array),
        net.jqwik.api.Tuple.of(1, object));
  }

  private JsonNode tree(List<JsonNode> values) {
    ObjectNode tree = Cases.faultless("lumbar");
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of("header", "missing", "surname"));
    Collections.shuffle(all, new Random(values.hashCode()));
    for (int i = 0; i < values.size(); i++) {
      tree.set(all.get(i), values.get(i));
    }
    return tree;
  }

  @Property(tries = TRIES, seed = "12")
  void everyJsonCaseGetsAnAnswerOfKnownCodesAndPaths(
      @ForAll("anyValue") JsonNode root,
      @ForAll @Size(max = 12) List<@net.jqwik.api.From("anyValue") JsonNode> values) {
    for (JsonNode json : List.of(root, tree(values))) {
      List<Finding> findings = checks.check(reader.json(json));

      assertThat(findings).extracting(Finding::code).isSubsetOf(codes());
      assertThat(findings).flatExtracting(Finding::fields).allMatch(this::isSchemaPath);
      assertThat(findings).isEqualTo(Findings.inOrder(findings));
    }
  }

  private Set<String> codes() {
    Set<String> codes =
        dictionary.rules().stream().map(rule -> rule.code()).collect(Collectors.toSet());
    for (Variable variable : dictionary.variables()) {
      variable.range().ifPresent(r -> r.codes().forEach(code -> codes.add(code.code())));
    }
    codes.addAll(
        Set.of(
            "UNKNOWN_FIELD",
            "WRONG_TYPE",
            "NOT_IN_LIST",
            "REQUIRED",
            "OUT_OF_RANGE",
            "TOO_MANY_DECIMALS",
            "VALUE_AND_REASON",
            "CONSENT_MISSING",
            "UNKNOWN_CAMPAIGN"));
    return codes;
  }

  private boolean isSchemaPath(String path) {
    String name = path.replaceFirst("^(header|missing)\\.", "").replaceFirst("\\[\\d+]$", "");
    return name.matches("#\\d+|case|header|missing")
        || names.contains(name)
        || dictionary.header().stream().anyMatch(field -> field.name().equals(name));
  }

  @Property(tries = TRIES, seed = "34")
  void theOrderOfMembersChangesNothing(
      @ForAll @Size(max = 8) List<@net.jqwik.api.From("anyValue") JsonNode> values,
      @ForAll Random random) {
    ObjectNode tree = (ObjectNode) tree(values);
    tree.remove("surname");
    List<String> order = new ArrayList<>();
    tree.fieldNames().forEachRemaining(order::add);
    Collections.shuffle(order, random);
    ObjectNode shuffled = NODES.objectNode();
    order.forEach(name -> shuffled.set(name, tree.get(name)));

    assertThat(reader.json(shuffled)).isEqualTo(reader.json(tree));
  }

  @Property(tries = TRIES, seed = "56")
  void everyCsvRowGetsAnAnswer(
      @ForAll List<String> cells, @ForAll @Size(max = 3) List<String> columns) {
    Map<String, String> row = new LinkedHashMap<>();
    columns.forEach(column -> row.put(column, column));
    for (int i = 0; i < cells.size() && i < names.size(); i++) {
      row.put(names.get(i), cells.get(i));
      row.put(names.get(i) + ".missing", cells.get(cells.size() - 1 - i));
    }

    List<Finding> findings = checks.check(reader.csv(row));

    assertThat(findings).extracting(Finding::code).isSubsetOf(codes()).contains("CONSENT_MISSING");
  }
}
