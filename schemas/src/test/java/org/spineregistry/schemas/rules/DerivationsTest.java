package org.spineregistry.schemas.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.Cases;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Variable;

class DerivationsTest {

  private final Derivations lumbar = Derivations.compile(Cases.dictionary("lumbar"));
  private final Derivations periodontal = Derivations.compile(Cases.dictionary("periodontal"));

  @Test
  void computesTheNumberOfLevels() throws RuleEvaluationException {
    assertThat(lumbar.variables()).extracting(Variable::name).containsExactly("levelsCount");
    assertThat(lumbar.inputs("levelsCount")).containsExactly("levelsFused");
    assertThat(lumbar.compute("levelsCount", Map.of("levelsFused", List.of("L4_L5", "L5_S1"))))
        .contains(2L);
  }

  @Test
  void computesTheFlagOfAPretermBirthFromDay259On() throws RuleEvaluationException {
    assertThat(preterm("LIVE_BIRTH", 258L)).contains(true);
    assertThat(preterm("LIVE_BIRTH", 259L)).contains(false);
  }

  @Test
  void hasNoValueWithoutAnInputOrWhereTheConditionIsFalse() throws RuleEvaluationException {
    assertThat(lumbar.compute("levelsCount", Map.of())).isEmpty();
    assertThat(preterm("LOST_TO_FOLLOW_UP", 150L)).isEmpty();
    assertThat(periodontal.compute("endedBefore37Weeks", Map.of("gestationalAgeDays", 150L)))
        .isEmpty();
  }

  private java.util.Optional<Object> preterm(String outcome, long days)
      throws RuleEvaluationException {
    return periodontal.compute(
        "endedBefore37Weeks", Map.of("birthOutcome", outcome, "gestationalAgeDays", days));
  }

  @Test
  void failsWithoutQuotingAValue() {
    Map<String, String> marker = Map.of("levelsFused", "MARKER");

    assertThatThrownBy(() -> lumbar.compute("levelsCount", marker))
        .isInstanceOf(RuleEvaluationException.class)
        .hasMessage("derivation of levelsCount could not be evaluated")
        .hasNoCause();
  }

  @Test
  void computesOnlyDerivedVariables() {
    assertThatThrownBy(() -> lumbar.compute("bmi", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDerivedVariableStandsAfterThoseThatItNeeds() {
    assertThat(lumbar.order()).containsExactly("levelsCount");
    String grip = derived(Cases.wrist().schema().toString(), "gripRatio6m", "double(screws)");
    String pins = derived(grip, "pins", "gripRatio6m > 1.0 ? 1 : 0");
    DataDictionary chained = DataDictionary.of(new Schema.Parser().parse(pins));

    assertThat(Derivations.compile(chained).variables())
        .extracting(Variable::name)
        .containsExactly("pins", "implants", "gripRatio6m");
    assertThat(Derivations.compile(chained).order())
        .containsExactly("gripRatio6m", "pins", "implants");
  }

  @Test
  void aVariableThatIsComputedFromItselfIsRefused() {
    String text = derived(Cases.wrist().schema().toString(), "pins", "screws - implants");
    DataDictionary circle = DataDictionary.of(new Schema.Parser().parse(text));

    assertThatThrownBy(() -> Derivations.compile(circle))
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("derivation of pins: it is computed from itself");
  }

  @Test
  void namesADerivationThatDoesNotCompile() {
    String text =
        Cases.dictionary("lumbar")
            .schema()
            .toString()
            .replace("\"expression\":\"size(levelsFused)\"", "\"expression\":\"levelsFused\"");
    DataDictionary dictionary = DataDictionary.of(new Schema.Parser().parse(text));

    assertThatThrownBy(() -> Derivations.compile(dictionary))
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("derivation of levelsCount, line 1, column 1");
  }

  @Test
  void aDerivedValueWithoutARuleOfItsOwnIsCompared() {
    assertThat(wrist(3, 2, 5)).isEmpty();
    assertThat(wrist(3, 2, 6))
        .extracting(Finding::code, Finding::field, Finding::hint)
        .containsExactly(tuple("DERIVED_MISMATCH", "implants", "pins, screws"));
  }

  @Test
  void aDerivationThatFailsRefusesTheCase() {
    DataDictionary dictionary = wristWith("pins + screws", "pins * 0 / screws");

    assertThat(check(dictionary, 3, 0, 3))
        .extracting(Finding::code, Finding::fields)
        .contains(tuple("RULE_ERROR", List.of("implants")));
    assertThat(check(dictionary, 3, 2, 0)).isEmpty();
  }

  /** Each kind of value can be derived. */
  @Test
  void computesEveryKind() throws RuleEvaluationException {
    Map<String, Object> values =
        Map.of("pins", 3L, "screws", 2L, "fingers", List.of("THUMB"), "cast", true);

    assertThat(computed("gripRatio6m", "2.0 * double(pins) / 10.0", values)).contains(0.6);
    assertThat(computed("cast", "pins > screws", values)).contains(true);
    assertThat(computed("fingers", "cast ? ['THUMB'] : ['INDEX']", values))
        .contains(List.of("THUMB"));
  }

  private static java.util.Optional<Object> computed(
      String field, String expression, Map<String, Object> values) throws RuleEvaluationException {
    String text = derived(Cases.wrist().schema().toString(), field, expression);
    Schema schema = new Schema.Parser().parse(text);
    return Derivations.compile(DataDictionary.of(schema)).compute(field, values);
  }

  /** The schema with a field that is derived. */
  private static String derived(String schema, String field, String expression) {
    int doc = schema.indexOf("\"doc\"", schema.indexOf("\"name\":\"" + field + "\""));
    String derived = "\"derived\":{\"expression\":\"" + expression + "\"},";
    return schema.substring(0, doc) + derived + schema.substring(doc);
  }

  private static DataDictionary wristWith(String expression, String other) {
    String text = Cases.wrist().schema().toString();
    assertThat(text).contains(expression);
    return DataDictionary.of(new Schema.Parser().parse(text.replace(expression, other)));
  }

  @Test
  void aDerivedValueIsNotComparedWhenAnInputHasFailed() {
    assertThat(wrist(30, 2, 6)).extracting(Finding::code).containsExactly("OUT_OF_RANGE");
  }

  @Test
  void aDerivedValueWithARuleIsReportedOnceByTheRule() {
    DataDictionary dictionary = Cases.dictionary("lumbar");
    var candidate = new CaseReader(dictionary).json(Cases.with("lumbar", "{'levelsCount': 3}"));

    assertThat(CaseChecks.of(dictionary).check(candidate))
        .extracting(Finding::code, Finding::fields)
        .containsExactly(tuple("LEVEL_COUNT", List.of("levelsFused", "levelsCount")));
  }

  private static List<Finding> wrist(int pins, int screws, int implants) {
    return check(Cases.wrist(), pins, screws, implants);
  }

  private static List<Finding> check(
      DataDictionary dictionary, int pins, int screws, int implants) {
    ObjectNode tree = Cases.JSON.createObjectNode();
    tree.set("header", Cases.faultless("lumbar").get("header"));
    tree.put("pins", pins).put("screws", screws).put("implants", implants);
    return CaseChecks.of(dictionary).check(new CaseReader(dictionary).json(tree));
  }
}
