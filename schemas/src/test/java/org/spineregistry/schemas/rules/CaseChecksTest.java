package org.spineregistry.schemas.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.Cases;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Stage;

class CaseChecksTest {

  private static final String MANY_PROBLEMS =
      """
      {'bmi': 80.55, 'ageYears': 93, 'smoking': 'SOMETIMES', 'diabetes': 'no', 'sex': null, 'procedure': null,
       'vasBack3m': 35, 'asaClass': 1, 'charlsonIndex': 9, 'lengthOfStayDays': 40, 'nickname': 'x',
       'priorLumbarFusion': true, 'discharge': 'DIED', 'clavienDindo90d': 4, 'complications90d': [],
       'side': 'BILATERAL', 'implantCount': 1, 'missing': {'odi3m': 'NOT_DONE'},
       'header': {'campaignId': 'sacroiliac-fusion', 'siteId': 5, 'revision': 1}}
      """;

  private final DataDictionary dictionary = Cases.dictionary("sacroiliac");
  private final CaseReader reader = new CaseReader(dictionary);
  private final CaseChecks checks = CaseChecks.of(dictionary);

  private CaseCandidate candidate(String overrides) {
    return reader.json(Cases.with("sacroiliac", overrides));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac", "lumbar", "periodontal"})
  void findNothingInAFaultlessCase(String campaign) {
    DataDictionary campaignDictionary = Cases.dictionary(campaign);
    CaseCandidate faultless = new CaseReader(campaignDictionary).json(Cases.faultless(campaign));

    assertThat(CaseChecks.of(campaignDictionary).check(faultless)).isEmpty();
  }

  @Test
  void listAllProblemsAtOnceInTheOrderOfTheStages() {
    assertThat(checks.check(candidate(MANY_PROBLEMS)))
        .extracting(Finding::stage, Finding::code, Finding::field)
        .containsExactly(
            tuple(Stage.SHAPE, "WRONG_TYPE", "header.siteId"),
            tuple(Stage.SHAPE, "NOT_IN_LIST", "smoking"),
            tuple(Stage.SHAPE, "WRONG_TYPE", "diabetes"),
            tuple(Stage.SHAPE, "UNKNOWN_FIELD", "#53"),
            tuple(Stage.AGE, "AGE_ABOVE_CATEGORY", "ageYears"),
            tuple(Stage.HEADER, "REQUIRED", "header.caseId"),
            tuple(Stage.HEADER, "REQUIRED", "header.contributorId"),
            tuple(Stage.HEADER, "REQUIRED", "header.operationYear"),
            tuple(Stage.HEADER, "CONSENT_MISSING", "header.consentBasis"),
            tuple(Stage.RANGES, "REQUIRED", "sex"),
            tuple(Stage.RANGES, "OUT_OF_RANGE", "bmi"),
            tuple(Stage.RANGES, "TOO_MANY_DECIMALS", "bmi"),
            tuple(Stage.RANGES, "REQUIRED", "procedure"),
            tuple(Stage.RANGES, "VALUE_AND_REASON", "odi3m"),
            tuple(Stage.RANGES, "VAS_SCALE_MM", "vasBack3m"),
            tuple(Stage.REJECT_RULES, "PRIOR_FUSION_COUNT", "priorLumbarSurgeries"),
            tuple(Stage.REJECT_RULES, "BILATERAL_ONE_IMPLANT", "side"),
            tuple(Stage.REJECT_RULES, "DIED_GRADE", "discharge"),
            tuple(Stage.REJECT_RULES, "COMPLICATION_GRADE", "clavienDindo90d"));
  }

  @Test
  void skipARuleThatNamesAFieldWhichHasFailed() {
    // symptoms of 600 months are older than a patient of 30, but not than one whose age is refused
    assertThat(checks.check(candidate("{'ageYears': 30, 'symptomDurationMonths': 600}")))
        .extracting(Finding::code)
        .containsExactly("SYMPTOMS_BEFORE_BIRTH");
    assertThat(checks.check(candidate("{'ageYears': 10, 'symptomDurationMonths': 600}")))
        .extracting(Finding::code)
        .containsExactly("AGE_UNDER_18");
  }

  @Test
  void askQuestionsOnlyAboutACaseThatIsNotRefused() {
    assertThat(checks.check(candidate("{'bmi': 15, 'lengthOfStayDays': 30}")))
        .extracting(Finding::code)
        .containsExactly("BMI_EXTREME", "STAY_LONG");
    assertThat(checks.check(candidate("{'bmi': 15, 'lengthOfStayDays': 61}")))
        .extracting(Finding::code)
        .containsExactly("OUT_OF_RANGE");
  }

  @Test
  void takeTheFindingsOfOtherChecksIntoTheAnswer() {
    Finding identifier =
        Finding.reject(Stage.IDENTIFIERS, "IDENTIFIER_EMAIL", "discharge", "No e-mail.", "");
    CaseCandidate died = candidate("{'discharge': 'DIED', 'bmi': 80}");

    assertThat(checks.check(died))
        .extracting(Finding::code)
        .containsExactly("OUT_OF_RANGE", "DIED_WITH_FOLLOW_UP", "DIED_GRADE");
    assertThat(checks.check(died, List.of(identifier)))
        .extracting(Finding::code)
        .containsExactly("IDENTIFIER_EMAIL", "OUT_OF_RANGE");
    assertThat(checks.check(candidate("{'lengthOfStayDays': 30}"), List.of(identifier)))
        .containsExactly(identifier);
  }

  @Test
  void refuseACandidateOfAnotherCampaign() {
    CaseCandidate lumbar =
        new CaseReader(Cases.dictionary("lumbar")).json(Cases.faultless("lumbar"));

    assertThatThrownBy(() -> checks.check(lumbar)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givesManyThreadsTheSameAnswer() {
    List<Finding> expected = checks.check(candidate(MANY_PROBLEMS));

    assertThat(
            IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> checks.check(candidate(MANY_PROBLEMS)))
                .distinct())
        .containsExactly(expected);
  }
}
