package org.spineregistry.schemas.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.spineregistry.schemas.dictionary.CaseRule;
import org.spineregistry.schemas.dictionary.Cases;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Level;
import org.spineregistry.schemas.dictionary.Stage;

class RuleSetTest {

  /** The sacroiliac campaign with one rule in place of its first. */
  private static DataDictionary withRule(String expression) {
    String text =
        Cases.dictionary("sacroiliac")
            .schema()
            .toString()
            .replace("!priorLumbarFusion || priorLumbarSurgeries >= 1", expression);
    return DataDictionary.of(new Schema.Parser().parse(text));
  }

  private static List<Finding> check(String expression, Map<String, ?> values) {
    return RuleSet.compile(withRule(expression)).check(Level.REJECT, values, Set.of());
  }

  @Test
  void compilesTheRulesOfEveryCampaign() {
    for (String campaign : Cases.CAMPAIGNS.keySet()) {
      DataDictionary dictionary = Cases.dictionary(campaign);
      RuleSet rules = RuleSet.compile(dictionary);
      assertThat(dictionary.rules()).allMatch(rule -> !rules.variables(rule).isEmpty());
    }
  }

  @Test
  void listsEveryRuleThatDoesNotCompileWithItsPosition() {
    String text =
        Cases.dictionary("sacroiliac")
            .schema()
            .toString()
            .replace("!priorLumbarFusion || priorLumbarSurgeries >= 1", "priorFusion >= 1")
            .replace("symptomDurationMonths <= ageYears * 12", "ageYears <= bmi")
            .replace("charlsonIndex <= 10", "charlsonIndex + 10")
            .replace("bmi >= 16.0 && bmi <= 50.0", "bmi >= 16.0 &&");
    DataDictionary dictionary = DataDictionary.of(new Schema.Parser().parse(text));

    InvalidRulesException invalid =
        catchThrowableOfType(InvalidRulesException.class, () -> RuleSet.compile(dictionary));

    assertThat(invalid.problems())
        .hasSize(4)
        .anyMatch(p -> p.startsWith("rule PRIOR_FUSION_COUNT, line 1, column 1: undeclared"))
        .anyMatch(p -> p.startsWith("rule SYMPTOMS_BEFORE_BIRTH, line 1, column 10: found no"))
        .anyMatch(p -> p.startsWith("rule CHARLSON_HIGH, line 1, column 15: expected type 'bool'"))
        .anyMatch(p -> p.startsWith("rule BMI_EXTREME, line 1, column 15: mismatched input"));
    assertThat(invalid).hasMessageStartingWith("rules of sacroiliac-fusion do not compile");
  }

  @Test
  void refusesASymbolThatItsVariableDoesNotHave() {
    for (String expression :
        List.of("sex != 'MAIL'", "'MAIL' == sex", "!('PESTILENCE' in complications90d)")) {
      assertThatThrownBy(() -> RuleSet.compile(withRule(expression)))
          .isInstanceOf(InvalidRulesException.class)
          .hasMessageContaining("has no symbol");
    }
  }

  @Test
  void allowsAListWithSymbolsOfAnotherCampaign() {
    RuleSet rules = RuleSet.compile(withRule("approach in ['OPEN_MIDLINE', 'OPEN_ANTERIOR']"));

    assertThat(rules.broken(Level.REJECT, Map.of("approach", "OPEN_ANTERIOR"))).isEmpty();
    assertThat(rules.broken(Level.REJECT, Map.of("approach", "LATERAL_TRANSILIAC"))).hasSize(1);
  }

  @Test
  void keepsMacrosOff() {
    assertThatThrownBy(() -> RuleSet.compile(withRule("complications90d.exists(c, c == 'PE')")))
        .isInstanceOf(InvalidRulesException.class);
  }

  @Test
  void refusesTheCaseWhenARuleCannotBeEvaluated() {
    assertThat(check("60 / priorLumbarSurgeries > 1", Map.of("priorLumbarSurgeries", 0L)))
        .extracting(Finding::stage, Finding::code, Finding::level, Finding::fields, Finding::hint)
        .containsExactly(
            tuple(
                Stage.REJECT_RULES,
                "RULE_ERROR",
                Level.REJECT,
                List.of("priorLumbarSurgeries"),
                "the rule PRIOR_FUSION_COUNT could not be evaluated; tell the registry"));
  }

  @Test
  void refusesTheCaseWhenEvenAQueryCannotBeEvaluated() {
    RuleSet rules = RuleSet.compile(Cases.wrist());
    Map<String, Object> values = Map.of("pins", 3L, "screws", 0L);

    assertThat(rules.check(Level.QUERY, values, Set.of()))
        .extracting(Finding::stage, Finding::code, Finding::level)
        .containsExactly(tuple(Stage.QUERY_RULES, "RULE_ERROR", Level.REJECT));
    assertThat(rules.broken(Level.QUERY, values))
        .extracting(CaseRule::code)
        .containsExactly("SHARE");
  }

  @Test
  void refusesTheCaseWhenAValueHasATypeThatTheRuleDoesNotExpect() {
    assertThat(check("priorLumbarSurgeries >= 1", Map.of("priorLumbarSurgeries", "many")))
        .extracting(Finding::code)
        .containsExactly("RULE_ERROR");
    assertThat(check("priorLumbarFusion", Map.of("priorLumbarFusion", "yes")))
        .extracting(Finding::code)
        .containsExactly("RULE_ERROR");
  }

  @Test
  void bindsAnAbsentValueAsNull() {
    RuleSet rules = RuleSet.compile(Cases.dictionary("sacroiliac"));
    Map<String, Object> died = new HashMap<>(Map.of("discharge", "DIED"));

    assertThat(rules.broken(Level.REJECT, died)).isEmpty();
    died.put("odi3m", null);
    assertThat(rules.broken(Level.REJECT, died)).isEmpty();
    died.put("odi24m", 20.0);
    assertThat(rules.broken(Level.REJECT, died))
        .extracting(CaseRule::code)
        .containsExactly("DIED_WITH_FOLLOW_UP");
  }

  @Test
  void skipsARuleThatNamesAFieldWhichHasFailed() {
    RuleSet rules = RuleSet.compile(Cases.dictionary("sacroiliac"));
    Map<String, Object> died = Map.of("discharge", "DIED", "odi24m", 20.0);

    assertThat(rules.check(Level.REJECT, died, Set.of("bmi"))).hasSize(1);
    assertThat(rules.check(Level.REJECT, died, Set.of("vasBack3m"))).isEmpty();
  }

  @Test
  void knowsNoVariablesOfAForeignRule() {
    RuleSet rules = RuleSet.compile(Cases.dictionary("sacroiliac"));
    CaseRule foreign = new CaseRule("FOREIGN", Level.QUERY, "Foreign.", "true", List.of());

    assertThat(rules.variables(foreign)).isEmpty();
  }
}
