package org.spineregistry.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.schemas.dictionary.CaseRule;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Level;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Table;

class CampaignContractTest {
  private static final List<String> NAMES = List.of("sacroiliac", "lumbar", "periodontal");
  private static final Map<String, Contract> CONTRACTS = contracts();

  /** A case that keeps a rule of level REJECT and one that breaks it. */
  record Example(String campaign, String code, JsonNode json) {
    @Override
    public String toString() {
      return campaign + " " + code;
    }
  }

  private static Map<String, Contract> contracts() {
    Map<String, Contract> contracts = new HashMap<>();
    NAMES.forEach(n -> contracts.put(n, CampaignTable.contract(Examples.dictionary(n))));
    return contracts;
  }

  static Stream<Example> examples() {
    JsonNode examples = Examples.json("/cases/rule-examples.json");
    List<Example> rejecting = new ArrayList<>();
    for (String name : NAMES) {
      for (JsonNode json : examples.get(name)) {
        String code = json.get("code").asText();
        if (CONTRACTS.get(name).rules().codes().contains(code)) {
          rejecting.add(new Example(name, code, json));
        }
      }
    }
    return rejecting.stream();
  }

  private static Row row(String campaign, JsonNode overrides) {
    return Rows.of(
        CampaignTable.of(
            List.of(Examples.record(campaign, overrides)), Examples.dictionary(campaign)),
        0);
  }

  private static List<String> broken(String campaign, JsonNode overrides) {
    Contract contract = CONTRACTS.get(campaign);
    return contract.rules().broken(row(campaign, overrides)).stream()
        .map(contract.rules().codes()::get)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRowBreaksTheRulesThatItsCaseBreaks(Example example) {
    List<String> codes = new ArrayList<>(List.of(example.code()));
    example.json().path("alsoFails").forEach(code -> codes.add(code.asText()));
    codes.retainAll(CONTRACTS.get(example.campaign()).rules().codes());

    assertThat(broken(example.campaign(), example.json().get("pass"))).isEmpty();
    assertThat(broken(example.campaign(), example.json().get("fail")))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void onlyRulesThatRefuseACaseAreRules() {
    for (String name : NAMES) {
      assertThat(CONTRACTS.get(name).rules().codes())
          .isEqualTo(
              Examples.dictionary(name).rules().stream()
                  .filter(rule -> rule.level() == Level.REJECT)
                  .map(CaseRule::code)
                  .toList())
          .isNotEmpty();
    }
  }

  @Test
  void everyRealPatientKeepsTheRulesAndTheDerivedFlag() {
    Table trial = CampaignTable.of(Examples.trial(), Examples.periodontal());
    Contract contract = CONTRACTS.get("periodontal");
    int flag = trial.indexOf("endedBefore37Weeks");

    assertThat(trial.rows()).isEqualTo(823);
    assertThat(contract.derived().names()).containsExactly("endedBefore37Weeks");
    for (int r = 0; r < trial.rows(); r++) {
      Row row = Rows.of(trial, r);
      assertThat(contract.rules().broken(row)).isEmpty();
      assertThat(contract.derived().compute("endedBefore37Weeks", row)).isEqualTo(row.value(flag));
    }
  }

  @Test
  void aDerivedCountIsANumber() {
    Row row = row("lumbar", Examples.parse("{'levelsFused': ['L4_L5', 'L5_S1']}"));

    assertThat(CONTRACTS.get("lumbar").derived().compute("levelsCount", row)).isEqualTo(2.0);
  }

  @Test
  void onlyDerivedColumnsAreComputed() {
    Row row = row("lumbar", Examples.parse("{}"));

    assertThatThrownBy(() -> CONTRACTS.get("lumbar").derived().compute("bmi", row))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bmi is not derived");
  }

  /** A model may leave columns out; a rule without its variables cannot be broken. */
  @Test
  void aRowWithoutAColumnSkipsItsRules() {
    Row all = row("sacroiliac", Examples.parse("{'side': 'BILATERAL', 'implantCount': 1}"));
    int side = all.columns().stream().map(c -> c.name()).toList().indexOf("side");
    List<Integer> others =
        IntStream.range(0, all.columns().size()).filter(i -> i != side).boxed().toList();
    Row fewer =
        new Row(
            others.stream().map(all.columns()::get).toList(),
            others.stream()
                .map(
                    i ->
                        all.isMissing(i) || all.columns().get(i).isNumber()
                            ? List.<String>of()
                            : List.of(all.value(i).toString()))
                .toList());
    for (int c = 0; c < others.size(); c++) {
      boolean number = all.columns().get(others.get(c)).isNumber();
      fewer.set(c, number || all.isMissing(others.get(c)) ? all.cell(others.get(c)) : 0);
    }

    Contract contract = CONTRACTS.get("sacroiliac");
    int rule = contract.rules().codes().indexOf("BILATERAL_ONE_IMPLANT");
    assertThat(contract.rules().broken(all)).containsExactly(rule);
    assertThat(contract.rules().broken(fewer)).isEmpty();
  }

  @Test
  void analysesAndBandsAreThoseOfTheSchema() {
    Contract periodontal = CONTRACTS.get("periodontal");

    assertThat(periodontal.cuts())
        .isEqualTo(
            Map.of("ageYears", List.of(20.0, 30.0, 40.0, 50.0), "bmi", List.of(25.0, 30.0, 35.0)));
    assertThat(periodontal.regressions())
        .containsExactly(
            new Regression(
                "bleedingPctVisit5",
                List.of("bleedingPctBaseline", "group", "ageYears", "tobaccoUse")));
    assertThat(periodontal.timeToEvent()).isEmpty();
  }

  @Test
  void aTimeStaysWithWhatEndedIt() {
    String pair =
        "\"timeToEvent\":[{\"time\":\"lengthOfStayDays\",\"status\":\"discharge\","
            + "\"events\":[\"DIED\"]}],\"title\":";
    String text = Examples.sacroiliac().schema().toString().replace("\"title\":", pair);
    DataDictionary dictionary = DataDictionary.of(new Schema.Parser().parse(text));

    assertThat(CampaignTable.contract(dictionary).timeToEvent())
        .containsExactly(new TimeToEvent("lengthOfStayDays", "discharge", Set.of("DIED")));
  }
}
