package org.spineregistry.schemas.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.Cases;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Stage;
import org.spineregistry.schemas.dictionary.Variable;

class RangeChecksTest {

  private static List<Finding> check(String campaign, String overrides) {
    return RangeChecks.check(
        new CaseReader(Cases.dictionary(campaign)).json(Cases.with(campaign, overrides)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sacroiliac  | ageYears         | 91   | AGE    | AGE_ABOVE_CATEGORY | send 90, which means 90 or older",
        "lumbar      | ageYears         | 120  | AGE    | AGE_ABOVE_CATEGORY | send 90, which means 90 or older",
        "sacroiliac  | ageYears         | 17   | AGE    | AGE_UNDER_18       | out of scope of the registry",
        "periodontal | ageYears         | 15   | AGE    | AGE_UNDER_16       | out of scope of the trial",
        "sacroiliac  | asaClass         | 5    | RANGES | ASA_NOT_ELECTIVE   | classes 5 and 6 are not elective surgery",
        "lumbar      | asaClass         | 6    | RANGES | ASA_NOT_ELECTIVE   | classes 5 and 6 are not elective surgery",
        "lumbar      | vasBackBaseline  | 75   | RANGES | VAS_SCALE_MM       | divide by 10",
        "lumbar      | vasLegBaseline   | 10.1 | RANGES | VAS_SCALE_MM       | divide by 10",
        "sacroiliac  | vasBack3m        | 100  | RANGES | VAS_SCALE_MM       | divide by 10",
        "sacroiliac  | vasBack6m        | 33   | RANGES | VAS_SCALE_MM       | divide by 10",
        "sacroiliac  | vasBack12m       | 33   | RANGES | VAS_SCALE_MM       | divide by 10",
        "sacroiliac  | vasBack24m       | 33   | RANGES | VAS_SCALE_MM       | divide by 10",
        "sacroiliac  | vasLeg12m        | 33   | RANGES | VAS_SCALE_MM       | divide by 10",
        "sacroiliac  | operativeTimeMin | 3    | RANGES | OUT_OF_RANGE       | hours?"
      })
  void replacesOutOfRangeByTheCodeAndHintOfTheSchema(
      String campaign, String field, String value, Stage stage, String code, String hint) {
    assertThat(check(campaign, "{'" + field + "': " + value + "}"))
        .extracting(Finding::stage, Finding::code, Finding::field, Finding::hint)
        .containsExactly(tuple(stage, code, field, hint));
  }

  @ParameterizedTest
  @CsvSource({
    "asaClass, 0",
    "asaClass, 7",
    "vasBack3m, -1",
    "vasBack3m, 101",
    "operativeTimeMin, 721",
    "levelsCount, 1",
    "eq5dBaseline, -0.601",
    "meyerdingGrade, 6",
    "levelsCount, 0"
  })
  void saysOutOfRangeElsewhere(String field, String value) {
    boolean lumbar =
        field.equals("meyerdingGrade") || value.equals("0") && !field.equals("asaClass");

    assertThat(check(lumbar ? "lumbar" : "sacroiliac", "{'" + field + "': " + value + "}"))
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("OUT_OF_RANGE", field));
  }

  @Test
  void namesTheBoundsWithTheirUnit() {
    assertThat(check("sacroiliac", "{'bmi': 71, 'eq5d12m': 1.5}"))
        .extracting(Finding::rule)
        .containsExactly("Must be from 12 to 70 (kg/m2).", "Must be from -0.6 to 1 (index).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac", "lumbar", "periodontal"})
  void includesBothBoundsOfEveryNumberAndNothingBeyond(String campaign) {
    for (Variable variable : Cases.dictionary(campaign).variables()) {
      if (!variable.isNumeric()) {
        continue;
      }
      double step = Math.pow(10, -variable.decimals());
      double min = variable.range().orElseThrow().min();
      double max = variable.range().orElseThrow().max();
      assertThat(codes(campaign, variable, min)).as(variable.name()).isEmpty();
      assertThat(codes(campaign, variable, max)).as(variable.name()).isEmpty();
      assertThat(codes(campaign, variable, min - step)).as(variable.name()).hasSize(1);
      assertThat(codes(campaign, variable, max + step)).as(variable.name()).hasSize(1);
    }
  }

  private static List<String> codes(String campaign, Variable variable, double value) {
    String text =
        BigDecimal.valueOf(value)
            .setScale(9, java.math.RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return check(campaign, "{'" + variable.name() + "': " + text + "}").stream()
        .map(Finding::code)
        .toList();
  }

  @Test
  void countsDecimals() {
    assertThat(check("sacroiliac", "{'bmi': 27.45, 'eq5dBaseline': 0.4525, 'odi3m': 36.0}"))
        .extracting(Finding::code, Finding::field, Finding::rule)
        .containsExactly(
            tuple("TOO_MANY_DECIMALS", "bmi", "Must have at most 1 decimal."),
            tuple("TOO_MANY_DECIMALS", "eq5dBaseline", "Must have at most 3 decimals."));
  }

  @Test
  void namesBothTheRangeAndTheDecimals() {
    assertThat(check("sacroiliac", "{'bmi': 70.05}"))
        .extracting(Finding::code)
        .containsExactly("OUT_OF_RANGE", "TOO_MANY_DECIMALS");
  }

  @Property(seed = "20260407")
  void takesEveryNumberOfSoManyDecimals(
      @ForAll @LongRange(min = -9_999_999, max = 9_999_999) long digits,
      @ForAll @IntRange(max = 9) int decimals) {
    double value = new BigDecimal(digits).movePointLeft(decimals).doubleValue();

    assertThat(RangeChecks.hasDecimals(value, decimals)).isTrue();
    int needed =
        Math.max(0, new BigDecimal(digits).movePointLeft(decimals).stripTrailingZeros().scale());
    if (needed > 0) {
      assertThat(RangeChecks.hasDecimals(value, needed - 1)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac", "lumbar", "periodontal"})
  void requiresExactlyTheRequiredVariables(String campaign) {
    DataDictionary dictionary = Cases.dictionary(campaign);
    List<String> required = new ArrayList<>();
    StringBuilder nothing = new StringBuilder("{");
    for (Variable variable : dictionary.variables()) {
      nothing.append(nothing.length() > 1 ? "," : "").append("'" + variable.name() + "': null");
      if (variable.required()) {
        required.add(variable.name());
      }
    }

    List<Finding> findings = check(campaign, nothing + "}");

    assertThat(findings).allMatch(finding -> finding.code().equals("REQUIRED"));
    assertThat(findings).extracting(Finding::field).isEqualTo(required);
    assertThat(required).contains("ageYears");
  }

  @Test
  void refusesAReasonBesideAValueEvenAMisshapenOne() {
    assertThat(
            check(
                "sacroiliac",
                "{'bmi': 'x', 'odi3m': null, 'missing': {'bmi': 'UNKNOWN', 'odi6m': 'NOT_DONE',"
                    + " 'odi3m': 'DECLINED'}}"))
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("VALUE_AND_REASON", "bmi"), tuple("VALUE_AND_REASON", "odi6m"));
  }

  @Test
  void doesNotCallAMisshapenValueMissing() {
    assertThat(check("sacroiliac", "{'ageYears': 'x'}")).isEmpty();
  }

  @Test
  void requiresAValueEvenWithAReason() {
    assertThat(check("sacroiliac", "{'sex': null, 'missing': {'sex': 'DECLINED'}}"))
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("REQUIRED", "sex"));
  }

  @Test
  void everyCampaignHasNumbersOfBothKinds() {
    for (String campaign : Cases.CAMPAIGNS.keySet()) {
      assertThat(Cases.dictionary(campaign).variables().stream().map(Variable::kind))
          .contains(Kind.INTEGER, Kind.NUMBER);
    }
  }
}
