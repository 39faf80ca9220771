package org.spineregistry.schemas.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.CaseRule;
import org.spineregistry.schemas.dictionary.Cases;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;

/** Every rule of every campaign with a case that keeps it and a case that breaks it alone. */
class RuleExamplesTest {

  private static final JsonNode EXAMPLES = Cases.json("rule-examples.json");

  /** The n-th example of a code belongs to the n-th rule of that code. */
  record Example(String campaign, CaseRule rule, JsonNode json) {

    @Override
    public String toString() {
      return campaign + " " + rule.code() + " " + rule.expression();
    }
  }

  static Stream<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String campaign : Cases.CAMPAIGNS.keySet()) {
      Map<String, Integer> used = new HashMap<>();
      for (JsonNode json : EXAMPLES.get(campaign)) {
        String code = json.get("code").asText();
        int number = used.merge(code, 1, Integer::sum);
        List<CaseRule> rules =
            Cases.dictionary(campaign).rules().stream()
                .filter(rule -> rule.code().equals(code))
                .toList();
        examples.add(new Example(campaign, rules.get(number - 1), json));
      }
    }
    return examples.stream();
  }

  @Test
  void coverEveryRule() {
    for (String campaign : Cases.CAMPAIGNS.keySet()) {
      assertThat(examples().filter(e -> e.campaign().equals(campaign)).map(Example::rule))
          .containsExactlyInAnyOrderElementsOf(Cases.dictionary(campaign).rules());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aCaseThatKeepsTheRuleHasNoFinding(Example example) {
    assertThat(check(example.campaign(), example.json().get("pass"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aCaseThatBreaksTheRuleHasItsCodeSentenceAndVariables(Example example) {
    RuleSet rules = RuleSet.compile(Cases.dictionary(example.campaign()));
    List<String> codes = new ArrayList<>(List.of(example.rule().code()));
    example.json().path("alsoFails").forEach(code -> codes.add(code.asText()));

    List<Finding> findings = check(example.campaign(), example.json().get("fail"));

    assertThat(findings).extracting(Finding::code).containsExactlyInAnyOrderElementsOf(codes);
    Finding finding =
        findings.stream().filter(f -> f.code().equals(codes.get(0))).findFirst().orElseThrow();
    assertThat(finding.rule()).isEqualTo(example.rule().message());
    assertThat(finding.level()).isEqualTo(example.rule().level());
    assertThat(finding.fields()).isEqualTo(rules.variables(example.rule())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRuleIsSkippedWithoutAVariableThatItNeeds(Example example) {
    DataDictionary dictionary = Cases.dictionary(example.campaign());
    RuleSet rules = RuleSet.compile(dictionary);
    Map<String, Object> broken =
        new CaseReader(dictionary)
            .json(Cases.with(example.campaign(), example.json().get("fail")))
            .values();
    List<String> needs =
        example.rule().needs().isEmpty() ? rules.variables(example.rule()) : example.rule().needs();

    assertThat(rules.broken(example.rule().level(), broken)).contains(example.rule());
    for (String need : needs) {
      Map<String, Object> without = new HashMap<>(broken);
      without.remove(need);
      assertThat(rules.broken(example.rule().level(), without)).doesNotContain(example.rule());
    }
  }

  private static List<Finding> check(String campaign, JsonNode overrides) {
    DataDictionary dictionary = Cases.dictionary(campaign);
    return CaseChecks.of(dictionary)
        .check(new CaseReader(dictionary).json(Cases.with(campaign, overrides)));
  }
}
