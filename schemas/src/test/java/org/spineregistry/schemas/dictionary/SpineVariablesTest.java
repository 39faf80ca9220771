package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.schemas.rules.RuleSet;

/** The two spine schemas against the registry's own table of 52 variables. */
class SpineVariablesTest {

  private static final Map<String, String> LETTERS = Map.of("SIJ", "sacroiliac", "LUM", "lumbar");

  /** A row of the table for one campaign. */
  record Row(String campaign, List<String> cells) {

    String name() {
      return cells.get(1);
    }

    /** The part of a cell that speaks of this campaign. */
    String values() {
      return Arrays.stream(cells.get(4).split("<br>"))
          .filter(part -> !part.matches("(SIJ|LUM): .*") || part.startsWith(campaign + ": "))
          .map(part -> part.replaceFirst("^(SIJ|LUM): ", ""))
          .collect(Collectors.joining());
    }

    Variable variable() {
      return Cases.dictionary(LETTERS.get(campaign)).variable(name()).orElseThrow();
    }

    @Override
    public String toString() {
      return campaign + " " + name();
    }
  }

  static Stream<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String line : Cases.text("variables.md").lines().skip(2).toList()) {
      List<String> cells =
          Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList();
      for (String campaign : List.of("SIJ", "LUM")) {
        if (cells.get(5).equals("both") || cells.get(5).equals(campaign)) {
          rows.add(new Row(campaign, cells));
        }
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void hasTypeUnitAndValuesOfTheTable(Row row) {
    Variable variable = row.variable();
    String type = row.cells().get(2);

    assertThat(variable.kind()).isEqualTo(kind(type));
    assertThat(variable.unit().orElse("")).isEqualTo(row.cells().get(3));
    if (variable.isNumeric()) {
      Range range = variable.range().orElseThrow();
      String text = row.values().contains(" to ") ? range.text() : range.text().split(" to ")[0];
      assertThat(text).isEqualTo(row.values());
      assertThat(range.codes().isEmpty() || range.min() < range.max()).isTrue();
    } else {
      assertThat(String.join(" ", variable.symbols())).isEqualTo(row.values());
    }
    int decimals = type.startsWith("double") ? Integer.parseInt(type.replaceAll("\\D", "")) : 0;
    assertThat(variable.decimals()).isEqualTo(decimals);
  }

  private static Kind kind(String type) {
    return switch (type.split("[ ,]")[0]) {
      case "int" -> Kind.INTEGER;
      case "double" -> Kind.NUMBER;
      case "boolean" -> Kind.BOOLEAN;
      case "enum" -> Kind.CHOICE;
      case "set" -> Kind.CHOICES;
      default -> throw new AssertionError(type);
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void hasTheMissingShareAndTheRequirementOfTheTable(Row row) {
    double share = Double.parseDouble(row.cells().get(6).replace("%", "")) / 100;

    assertThat(row.variable().missingExpected()).isEqualTo(share);
    assertThat(row.variable().required()).isEqualTo(row.cells().get(7).contains("REQUIRED"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isConstantExactlyWhereTheTableHasOneValue(Row row) {
    boolean oneValue =
        row.variable().kind() == Kind.CHOICE
            ? !row.values().contains(" ")
            : row.variable().isNumeric() && !row.values().contains(" to ");

    assertThat(row.variable().constant().isPresent()).isEqualTo(oneValue);
  }

  /** The table lists the codes of both campaigns in one cell, so both are read together. */
  @ParameterizedTest
  @MethodSource("rows")
  void hasTheCodesOfTheTable(Row row) {
    List<String> codes = new ArrayList<>();
    for (String name : LETTERS.values()) {
      DataDictionary dictionary = Cases.dictionary(name);
      RuleSet rules = RuleSet.compile(dictionary);
      dictionary.variable(row.name()).ifPresent(variable -> addCodes(variable, codes));
      for (CaseRule rule : dictionary.rules()) {
        if (rules.variables(rule).contains(row.name())) {
          codes.add(rule.code() + " " + rule.level().name().charAt(0));
        }
      }
    }
    List<String> expected =
        Arrays.stream(row.cells().get(7).split(", ")).filter(code -> !code.isEmpty()).toList();

    assertThat(new TreeSet<>(codes)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void addCodes(Variable variable, List<String> codes) {
    if (variable.required()) {
      codes.add("REQUIRED R");
    }
    variable.range().stream()
        .flatMap(range -> range.codes().stream())
        .filter(code -> !code.code().equals(Codes.OUT_OF_RANGE))
        .forEach(code -> codes.add(code.code() + " R"));
  }

  @ParameterizedTest
  @MethodSource("campaigns")
  void hasFiftyOfTheVariablesInTheOrderOfTheTable(String campaign) {
    List<String> expected =
        rows().filter(row -> row.campaign().equals(campaign)).map(Row::name).toList();

    assertThat(Cases.dictionary(LETTERS.get(campaign)).variables())
        .hasSize(50)
        .extracting(Variable::name)
        .isEqualTo(expected);
  }

  static Stream<String> campaigns() {
    return LETTERS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("campaigns")
  void marksTheQuasiIdentifiersOfTheTable(String campaign) {
    DataDictionary dictionary = Cases.dictionary(LETTERS.get(campaign));
    List<String> expected =
        Stream.of("ageYears", "sex", "bmi", "procedure", "side", "levelsFused")
            .filter(name -> dictionary.variable(name).isPresent())
            .toList();

    assertThat(dictionary.variables(Role.QUASI_IDENTIFIER))
        .extracting(Variable::name)
        .isEqualTo(expected);
    assertThat(dictionary.header().stream().filter(f -> f.roles().contains(Role.QUASI_IDENTIFIER)))
        .extracting(HeaderField::name)
        .containsExactly("siteId", "operationYear");
  }
}
