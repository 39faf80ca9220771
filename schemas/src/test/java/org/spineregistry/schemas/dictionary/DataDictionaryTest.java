package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.spineregistry.campaign.LumbarFusionCase;
import org.spineregistry.campaign.PeriodontalCase;
import org.spineregistry.campaign.SacroiliacFusionCase;

class DataDictionaryTest {

  private final DataDictionary sacroiliac = Cases.dictionary("sacroiliac");

  @Test
  void namesCampaignRecordAndTitle() {
    assertThat(sacroiliac.campaignId()).isEqualTo("sacroiliac-fusion");
    assertThat(sacroiliac.recordName())
        .isEqualTo("org.spineregistry.campaign.SacroiliacFusionCase");
    assertThat(sacroiliac.title()).isEqualTo("Sacroiliac joint fusion");
    assertThat(sacroiliac.doc()).contains("Pseudonymised");
    assertThat(sacroiliac.primaryOutcome().name()).isEqualTo("odi12m");
  }

  @Test
  void knowsTheHeaderWithItsPatternsAndCodesOfAbsence() {
    assertThat(sacroiliac.header())
        .extracting(HeaderField::name)
        .containsExactly(
            "caseId",
            "campaignId",
            "siteId",
            "contributorId",
            "revision",
            "operationYear",
            "consentBasis",
            "correctionOf");
    HeaderField site = sacroiliac.header().get(2);
    assertThat(site.pattern().orElseThrow().pattern()).isEqualTo("^[a-z]+-[a-z0-9]{6,20}$");
    assertThat(site.absentCode()).isEqualTo("REQUIRED");
    HeaderField consent = sacroiliac.header().get(6);
    assertThat(consent.symbols())
        .containsExactly("NON_OPPOSITION", "INFORMED_CONSENT", "BROAD_CONSENT");
    assertThat(consent.absentCode()).isEqualTo("CONSENT_MISSING");
    assertThat(sacroiliac.header().get(1).absentCode()).isEqualTo("UNKNOWN_CAMPAIGN");
    assertThat(sacroiliac.header().get(5).min()).isEqualTo(OptionalInt.of(2000));
    assertThat(sacroiliac.header().get(7).nullable()).isTrue();
  }

  @Test
  void acceptsOnlyRandomLowerCaseCaseIds() {
    var pattern = sacroiliac.header().get(0).pattern().orElseThrow();

    assertThat("3f0c8a54-6a0e-4c1f-9d3e-5b7a2f1c9e80").matches(pattern);
    assertThat("3F0C8A54-6a0e-4c1f-9d3e-5b7a2f1c9e80").doesNotMatch(pattern);
    assertThat("3f0c8a54-6a0e-7c1f-9d3e-5b7a2f1c9e80").doesNotMatch(pattern);
    assertThat("00000000-0000-0000-0000-000000000000").doesNotMatch(pattern);
  }

  @Test
  void listsTheMissingReasonsWithoutTheReservedSymbol() {
    assertThat(sacroiliac.missingReasons())
        .containsExactly(
            "NOT_APPLICABLE",
            "NOT_YET_DUE",
            "NOT_DONE",
            "DECLINED",
            "LOST_TO_FOLLOW_UP",
            "DECEASED",
            "UNKNOWN",
            "MASKED");
  }

  @Test
  void countsAWindowAsFilledWhenOdiAndBackPainArePresent() {
    assertThat(sacroiliac.windows())
        .extracting(FollowUpWindow::name)
        .containsExactly("3m", "6m", "12m", "24m");
    assertThat(sacroiliac.windowsFilled(Set.of("odi3m", "vasBack3m", "odi12m", "vasBack24m")))
        .containsExactly("3m");
    assertThat(sacroiliac.windowsFilled(Set.of())).isEmpty();
  }

  @Test
  void givesFollowUpWindowsThatLeaveNoDayOut() {
    List<FollowUpWindow> windows = sacroiliac.windows();

    assertThat(windows.get(0).fromDay()).isEqualTo(OptionalInt.of(60));
    assertThat(windows.get(3).toDay()).isEqualTo(OptionalInt.of(1095));
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).fromDay().orElseThrow())
          .isEqualTo(windows.get(i - 1).toDay().orElseThrow() + 1);
    }
  }

  @Test
  void assignsEveryFollowUpFieldToItsWindow() {
    for (Variable variable : sacroiliac.variables()) {
      boolean months = variable.domain() == Domain.OUTCOME && variable.name().matches(".*\\d+m");
      assertThat(variable.window().isPresent()).as(variable.name()).isEqualTo(months);
      variable.window().ifPresent(window -> assertThat(variable.name()).endsWith(window));
    }
  }

  @Test
  void predictsOnlyFromWhatIsKnownBeforeTheOutcome() {
    for (String campaign : Cases.CAMPAIGNS.keySet()) {
      assertThat(Cases.dictionary(campaign).variables(Role.PREDICTOR))
          .isNotEmpty()
          .noneMatch(variable -> variable.domain() == Domain.OUTCOME)
          .noneMatch(variable -> variable.constant().isPresent());
    }
  }

  @Test
  void countsLevelsInOneCampaignAndHoldsThemConstantInTheOther() {
    Variable lumbar = Cases.dictionary("lumbar").variable("levelsCount").orElseThrow();
    Variable constant = sacroiliac.variable("levelsCount").orElseThrow();

    assertThat(lumbar.derivation().orElseThrow().expression()).isEqualTo("size(levelsFused)");
    assertThat(lumbar.derivation().orElseThrow().code()).isEqualTo("LEVEL_COUNT");
    assertThat(lumbar.constant()).isEmpty();
    assertThat(constant.constant()).contains(0L);
    assertThat(constant.isDerived()).isFalse();
  }

  /**
   * The bands of section 7 of the de-identification rules: tens with 90 alone, BMI at 25, 30, 35.
   */
  @Test
  void knowsTheBandsOfCoarsenedNumbers() {
    assertThat(sacroiliac.variable("ageYears").orElseThrow().cuts())
        .containsExactly(30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0);
    assertThat(sacroiliac.variable("bmi").orElseThrow().cuts()).containsExactly(25.0, 30.0, 35.0);
    assertThat(sacroiliac.variable("odi12m").orElseThrow().cuts()).isEmpty();
    for (String campaign : Cases.CAMPAIGNS.keySet()) {
      assertThat(Cases.dictionary(campaign).variables(Role.QUASI_IDENTIFIER))
          .filteredOn(variable -> variable.isNumeric() && variable.constant().isEmpty())
          .allSatisfy(variable -> assertThat(variable.cuts()).isNotEmpty());
    }
  }

  @Test
  void knowsTheAnalysesThatAReleaseMustKeep() {
    for (String campaign : Cases.CAMPAIGNS.keySet()) {
      DataDictionary dictionary = Cases.dictionary(campaign);
      assertThat(dictionary.regressions().get(0).target())
          .isEqualTo(dictionary.primaryOutcome().name());
      assertThat(dictionary.timeToEvent()).isEmpty();
    }
    assertThat(Cases.dictionary("periodontal").regressions())
        .containsExactly(
            new DeclaredRegression(
                "bleedingPctVisit5",
                List.of("bleedingPctBaseline", "group", "ageYears", "tobaccoUse")));
  }

  @Test
  void knowsTheTimeThatAStatusEnded() {
    String text =
        sacroiliac
            .schema()
            .toString()
            .replace(
                "\"title\":",
                "\"timeToEvent\":[{\"time\":\"lengthOfStayDays\",\"status\":\"discharge\","
                    + "\"events\":[\"DIED\"]}],\"title\":");

    assertThat(DataDictionary.of(new Schema.Parser().parse(text)).timeToEvent())
        .containsExactly(new DeclaredTimeToEvent("lengthOfStayDays", "discharge", List.of("DIED")));
  }

  @Test
  void readsRangeCodesWithTheirPartOfTheNumbers() {
    Range pain = sacroiliac.variable("vasBack6m").orElseThrow().range().orElseThrow();

    assertThat(pain.codes())
        .containsExactly(
            new RangeCode(
                "VAS_SCALE_MM",
                OptionalDouble.of(10),
                OptionalDouble.of(100),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                java.util.Optional.of("divide by 10")));
    assertThat(pain.codeFor(10.1)).isPresent();
    assertThat(pain.codeFor(100)).isPresent();
    assertThat(pain.codeFor(100.1)).isEmpty();
    assertThat(pain.codeFor(-1)).isEmpty();
  }

  @Test
  void hasTheSameFingerprintAsTheGeneratedClass() {
    assertThat(DataDictionary.of(SacroiliacFusionCase.getClassSchema()).fingerprint())
        .isEqualTo(sacroiliac.fingerprint())
        .matches("[0-9a-f]{64}");
    assertThat(DataDictionary.of(LumbarFusionCase.getClassSchema()).fingerprint())
        .isEqualTo(Cases.dictionary("lumbar").fingerprint());
    assertThat(DataDictionary.of(PeriodontalCase.getClassSchema()).fingerprint())
        .isEqualTo(Cases.dictionary("periodontal").fingerprint())
        .isNotEqualTo(sacroiliac.fingerprint());
  }

  @Test
  void changesItsFingerprintWithABoundARuleAndADoc() {
    String text = sacroiliac.schema().toString();

    for (String[] change :
        List.of(
            new String[] {"\"max\":720", "\"max\":721"},
            new String[] {"charlsonIndex <= 10", "charlsonIndex <= 11"},
            new String[] {"Skin to skin.", "Skin to skin"})) {
      assertThat(text).contains(change[0]);
      String other = text.replace(change[0], change[1]);
      assertThat(DataDictionary.of(new Schema.Parser().parse(other)).fingerprint())
          .isNotEqualTo(sacroiliac.fingerprint());
    }
  }

  @Test
  void keepsItsFingerprintWhateverTheLayoutOfTheFile() {
    String text = sacroiliac.schema().toString();
    String relaid = sacroiliac.schema().toString(true).replace("\"min\" : 10,", "\"min\" : 10.0,");
    String reordered = text.replace("\"min\":10,\"max\":720", "\"max\":720,\"min\":1.0e1");

    assertThat(relaid).isNotEqualTo(sacroiliac.schema().toString(true));
    assertThat(reordered).isNotEqualTo(text);
    assertThat(DataDictionary.of(new Schema.Parser().parse(relaid)).fingerprint())
        .isEqualTo(sacroiliac.fingerprint());
    assertThat(DataDictionary.of(new Schema.Parser().parse(reordered)).fingerprint())
        .isEqualTo(sacroiliac.fingerprint());
  }

  @Test
  void givesEveryVariableADocAndEveryEnumTheReservedSymbol() {
    for (String campaign : Cases.CAMPAIGNS.keySet()) {
      DataDictionary dictionary = Cases.dictionary(campaign);
      assertThat(dictionary.variables()).allMatch(variable -> variable.doc().endsWith("."));
      assertThat(dictionary.variables())
          .noneMatch(variable -> variable.symbols().contains("UNRECOGNISED"));
      assertThat(dictionary.schema().toString()).contains("\"default\":\"UNRECOGNISED\"");
    }
  }
}
