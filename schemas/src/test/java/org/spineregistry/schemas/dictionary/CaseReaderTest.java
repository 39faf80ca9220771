package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReaderTest {

  private final CaseReader reader = new CaseReader(Cases.dictionary("sacroiliac"));

  private List<Finding> problems(String overrides) {
    return reader.json(Cases.with("sacroiliac", overrides)).problems();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac", "lumbar", "periodontal"})
  void takesAFaultlessCaseAndGivesEveryVariableItsJavaType(String campaign) {
    DataDictionary dictionary = Cases.dictionary(campaign);
    CaseCandidate candidate = new CaseReader(dictionary).json(Cases.faultless(campaign));

    assertThat(candidate.problems()).isEmpty();
    assertThat(candidate.values().keySet())
        .containsExactlyElementsOf(dictionary.variables().stream().map(Variable::name).toList());
    for (Variable variable : dictionary.variables()) {
      Class<?> type =
          switch (variable.kind()) {
            case INTEGER -> Long.class;
            case NUMBER -> Double.class;
            case BOOLEAN -> Boolean.class;
            case CHOICE, TEXT -> String.class;
            case CHOICES -> List.class;
          };
      assertThat(candidate.values().get(variable.name())).isInstanceOf(type);
    }
    assertThat(candidate.header()).containsEntry("revision", 1L).doesNotContainKey("correctionOf");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "ageYears      | '54'      | Must be a whole number.",
        "ageYears      | 54.5      | Must be a whole number.",
        "ageYears      | true      | Must be a whole number.",
        "ageYears      | [54]      | Must be a whole number.",
        "bmi           | '27.4'    | Must be a number.",
        "bmi           | {}        | Must be a number.",
        "bmi           | 1e999     | Must be a number.",
        "diabetes      | 'true'    | Must be true or false.",
        "diabetes      | 1         | Must be true or false.",
        "sex           | 1         | Must be one symbol of the list.",
        "complications90d | 'PE'   | Must be a list of symbols, each once.",
        "complications90d | {}     | Must be a list of symbols, each once."
      })
  void refusesAValueOfAnotherType(String field, String value, String rule) {
    String json = value.replace("'", "\"");

    assertThat(problems("{'" + field + "': " + json + "}"))
        .extracting(Finding::stage, Finding::code, Finding::level, Finding::fields, Finding::rule)
        .containsExactly(tuple(Stage.SHAPE, "WRONG_TYPE", Level.REJECT, List.of(field), rule));
  }

  @Test
  void takesAWholeNumberThatIsWrittenWithAPoint() {
    CaseCandidate candidate =
        reader.json(Cases.with("sacroiliac", "{'ageYears': 63.0, 'odiBaseline': 54, 'bmi': -0.0}"));

    assertThat(candidate.problems()).isEmpty();
    assertThat(candidate.values())
        .containsEntry("ageYears", 63L)
        .containsEntry("odiBaseline", 54.0)
        .containsEntry("bmi", 0.0);
  }

  @Test
  void leavesNumbersBeyondTheMachineToTheRangeCheck() {
    String huge = "123456789012345678901234567890";
    CaseCandidate candidate =
        reader.json(Cases.with("sacroiliac", "{'ageYears': " + huge + ", 'bmi': -" + huge + "}"));

    assertThat(candidate.problems()).isEmpty();
    assertThat(candidate.values()).containsEntry("ageYears", Long.MAX_VALUE);
    assertThat((Double) candidate.values().get("bmi")).isLessThan(-1e29);
  }

  @ParameterizedTest
  @ValueSource(strings = {"female", "", "UNRECOGNISED", " FEMALE", "F"})
  void refusesASymbolThatIsNotInTheListAndNamesTheList(String symbol) {
    assertThat(problems("{'sex': '" + symbol + "'}"))
        .extracting(Finding::code, Finding::field, Finding::hint)
        .containsExactly(tuple("NOT_IN_LIST", "sex", "FEMALE, MALE, OTHER_UNKNOWN"));
  }

  @Test
  void refusesEveryWrongElementOfASetByItsPosition() {
    assertThat(problems("{'complications90d': ['PE', 'PEST', 3, 'PE']}"))
        .extracting(Finding::code, Finding::field, Finding::hint)
        .containsExactly(
            tuple(
                "NOT_IN_LIST",
                "complications90d[1]",
                "SUPERFICIAL_SSI, DEEP_SSI, HAEMATOMA, DVT, PE, NEW_NEURO_DEFICIT,"
                    + " IMPLANT_MALPOSITION, URINARY, CARDIAC, OTHER"),
            tuple("WRONG_TYPE", "complications90d[2]", ""),
            tuple("WRONG_TYPE", "complications90d[3]", "repeated"));
  }

  @Test
  void putsASetIntoTheOrderOfTheSchema() {
    CaseCandidate candidate =
        reader.json(Cases.with("sacroiliac", "{'complications90d': ['PE', 'DEEP_SSI']}"));

    assertThat(candidate.values()).containsEntry("complications90d", List.of("DEEP_SSI", "PE"));
  }

  @Test
  void reportsAnUnknownFieldByItsPositionAndNeverByItsName() {
    ObjectNode tree = Cases.faultless("sacroiliac");
    tree.put("patientJaneDoe", 1);
    tree.putNull("born1961");
    ((ObjectNode) tree.get("header")).put("mrnJaneDoe", "x");
    ((ObjectNode) tree.get("missing")).put("janeDoe", "UNKNOWN");

    List<Finding> problems = reader.json(tree).problems();

    assertThat(problems)
        .extracting(Finding::code, Finding::field)
        .containsExactly(
            tuple("UNKNOWN_FIELD", "header.#9"),
            tuple("UNKNOWN_FIELD", "missing.#1"),
            tuple("UNKNOWN_FIELD", "#53"),
            tuple("UNKNOWN_FIELD", "#54"));
    assertThat(problems.toString()).doesNotContainIgnoringCase("doe").doesNotContain("1961");
  }

  @Test
  void refusesReasonsThatAreNone() {
    assertThat(
            problems(
                "{'missing': {'bmi': 'FORGOTTEN', 'sex': null, 'side': 3, 'header': 'UNKNOWN',"
                    + " 'missing': 'UNKNOWN', 'smoking': 'UNRECOGNISED'}}"))
        .extracting(Finding::code, Finding::field)
        .containsExactly(
            tuple("WRONG_TYPE", "missing.sex"),
            tuple("NOT_IN_LIST", "missing.bmi"),
            tuple("NOT_IN_LIST", "missing.smoking"),
            tuple("WRONG_TYPE", "missing.side"),
            tuple("UNKNOWN_FIELD", "missing.#4"),
            tuple("UNKNOWN_FIELD", "missing.#5"));
    assertThat(problems("{'missing': ['bmi']}"))
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("WRONG_TYPE", "missing"));
  }

  @Test
  void namesEveryAbsentHeaderFieldByTheCodeOfTheSchema() {
    assertThat(problems("{'header': {'caseId': null, 'revision': '1', 'consentBasis': 'ORAL'}}"))
        .extracting(Finding::stage, Finding::code, Finding::field)
        .containsExactly(
            tuple(Stage.HEADER, "REQUIRED", "header.caseId"),
            tuple(Stage.HEADER, "UNKNOWN_CAMPAIGN", "header.campaignId"),
            tuple(Stage.HEADER, "REQUIRED", "header.siteId"),
            tuple(Stage.HEADER, "REQUIRED", "header.contributorId"),
            tuple(Stage.SHAPE, "WRONG_TYPE", "header.revision"),
            tuple(Stage.HEADER, "REQUIRED", "header.operationYear"),
            tuple(Stage.SHAPE, "NOT_IN_LIST", "header.consentBasis"));
    ObjectNode noConsent = Cases.faultless("sacroiliac");
    ((ObjectNode) noConsent.get("header")).remove("consentBasis");
    assertThat(reader.json(noConsent).problems())
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("CONSENT_MISSING", "header.consentBasis"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3000000000", "1.5", "'2'", "-9999999999999999999999"})
  void refusesAHeaderNumberThatIsNoInt(String number) {
    ObjectNode tree = Cases.faultless("sacroiliac");
    ((ObjectNode) tree.get("header")).set("revision", Cases.parse(number));

    assertThat(reader.json(tree).problems())
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("WRONG_TYPE", "header.revision"));
  }

  @ParameterizedTest
  @CsvSource({"null, REQUIRED, header", "3, WRONG_TYPE, header"})
  void refusesACaseWithoutAHeader(String header, String code, String field) {
    assertThat(problems("{'header': " + header + "}"))
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple(code, field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "3", "'text'"})
  void refusesWhatIsNoObject(String json) {
    assertThat(reader.json(Cases.parse(json)).problems())
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("WRONG_TYPE", "case"));
  }

  @Test
  void readsAnAvroRecordByTheSchemaThatItWasWrittenWith() {
    CaseCandidate fromJson = reader.json(Cases.faultless("sacroiliac"));

    CaseCandidate fromAvro = reader.avro(CaseRecords.toAvro(fromJson));
    GenericRecord loose = SamePayload.avro(Cases.faultless("sacroiliac"));

    assertThat(fromAvro).isEqualTo(fromJson);
    assertThat(reader.avro(loose)).isEqualTo(fromJson);
  }

  @Test
  void showsNoValueInItsTextForm() {
    CaseCandidate candidate = reader.json(Cases.faultless("sacroiliac"));

    assertThat(candidate).hasToString("sacroiliac-fusion case, values 50, reasons 0, problems 0");
  }

  @Test
  void knowsTheWindowsThatACaseFills() {
    CaseCandidate candidate =
        reader.json(Cases.with("sacroiliac", "{'odi6m': null, 'vasBack24m': null}"));

    assertThat(candidate.windowsFilled()).containsExactly("3m", "12m");
  }

  @Test
  void keepsReasonsInTheOrderOfTheSchema() {
    CaseCandidate candidate =
        reader.json(
            Cases.with(
                "sacroiliac",
                "{'odi6m': null, 'bmi': null, 'missing': {'odi6m': 'NOT_DONE', 'bmi': 'MASKED'}}"));

    assertThat(candidate.problems()).isEmpty();
    assertThat(new ArrayList<>(candidate.missing().entrySet()).toString())
        .isEqualTo("[bmi=MASKED, odi6m=NOT_DONE]");
  }
}
