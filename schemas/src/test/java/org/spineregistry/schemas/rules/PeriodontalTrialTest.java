package org.spineregistry.schemas.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.CaseRecords;
import org.spineregistry.schemas.dictionary.Cases;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Variable;

/** The real trial of 823 patients goes through the schema that was written for it. */
class PeriodontalTrialTest {

  private final DataDictionary dictionary = Cases.dictionary("periodontal");
  private final CaseReader reader = new CaseReader(dictionary);
  private final List<Map<String, String>> rows = Cases.trial();
  private final List<CaseCandidate> cases = rows.stream().map(reader::csv).toList();

  @Test
  void everyRowIsAcceptedWithoutAnyFinding() {
    CaseChecks checks = CaseChecks.of(dictionary);

    assertThat(cases).hasSize(823);
    assertThat(cases).allSatisfy(row -> assertThat(checks.check(row)).isEmpty());
  }

  @Test
  void theVariablesAreTheColumnsOfTheFile() {
    List<String> columns =
        rows.get(0).keySet().stream()
            .filter(column -> !Set.of("caseId", "caseNumber", "site").contains(column))
            .toList();

    assertThat(dictionary.variables()).hasSize(52).extracting(Variable::name).isEqualTo(columns);
  }

  /** Counts taken from the file with another tool. */
  @Test
  void everyMissingCellAndNoOtherBecomesANull() {
    Map<String, Long> nulls =
        dictionary.variables().stream()
            .collect(
                Collectors.toMap(
                    Variable::name,
                    v -> cases.stream().filter(c -> !c.values().containsKey(v.name())).count()));

    assertThat(nulls)
        .containsEntry("crpBaseline", 27L)
        .containsEntry("hispanic", 145L)
        .containsEntry("bmi", 73L)
        .containsEntry("treatmentHours", 428L)
        .containsEntry("bleedingPctVisit3", 139L)
        .containsEntry("bleedingPctVisit5", 164L)
        .containsEntry("calculusIndexVisit5", 230L)
        .containsEntry("endedBefore37Weeks", 9L)
        .containsEntry("birthweightG", 14L)
        .containsEntry("apgar1", 41L)
        .containsEntry("ageYears", 0L);
  }

  @Test
  void labelsOfTheFileBecomeSymbols() {
    assertThat(count("group")).isEqualTo(Map.of("TREATMENT", 413L, "CONTROL", 410L));
    assertThat(count("education"))
        .isEqualTo(
            Map.of("UNDER_8_YEARS", 154L, "FROM_8_TO_12_YEARS", 479L, "OVER_12_YEARS", 190L));
    assertThat(count("birthOutcome"))
        .isEqualTo(
            Map.of(
                "LIVE_BIRTH", 793L,
                "NON_LIVE_BIRTH", 19L,
                "LOST_TO_FOLLOW_UP", 9L,
                "ELECTIVE_ABORTION", 2L));
  }

  private Map<Object, Long> count(String variable) {
    return cases.stream()
        .collect(Collectors.groupingBy(c -> c.values().get(variable), Collectors.counting()));
  }

  @Test
  void theClinicBecomesAPseudonymThatFitsTheHeader() {
    var pattern =
        dictionary.header().stream()
            .filter(field -> field.name().equals("siteId"))
            .findFirst()
            .flatMap(field -> field.pattern())
            .orElseThrow();
    Map<Object, Long> sites =
        cases.stream()
            .collect(Collectors.groupingBy(c -> c.header().get("siteId"), Collectors.counting()));

    assertThat(sites.values()).containsExactlyInAnyOrder(173L, 247L, 211L, 192L);
    assertThat(sites.keySet()).allSatisfy(site -> assertThat((String) site).matches(pattern));
    assertThat(cases)
        .allSatisfy(
            c ->
                assertThat(c.header())
                    .containsEntry("campaignId", "periodontal")
                    .containsEntry("revision", 1L)
                    .containsEntry("operationYear", 2004L)
                    .containsEntry("consentBasis", "INFORMED_CONSENT"));
  }

  @Test
  void theFirstRowHasTheValuesOfTheFile() {
    assertThat(cases.get(0).values())
        .containsEntry("ageYears", 25L)
        .containsEntry("black", true)
        .containsEntry("gingivalIndexBaseline", 1.429)
        .containsEntry("crpBaseline", 18.331)
        .containsEntry("apgar5", 9L)
        .doesNotContainKey("bmi");
  }

  @Test
  void theDerivedFlagAgreesWithTheFileInEveryRow() throws RuleEvaluationException {
    Derivations derivations = Derivations.compile(dictionary);
    for (CaseCandidate row : cases) {
      assertThat(derivations.compute("endedBefore37Weeks", row.values()).orElse(null))
          .isEqualTo(row.values().get("endedBefore37Weeks"));
    }
  }

  @Test
  void moreLivingChildrenThanPregnanciesAreNoError() {
    long more =
        cases.stream()
            .map(CaseCandidate::values)
            .filter(v -> v.get("livingChildren") != null && v.get("previousPregnancies") != null)
            .filter(v -> (Long) v.get("livingChildren") > (Long) v.get("previousPregnancies"))
            .count();

    assertThat(more).isEqualTo(6);
  }

  @Test
  void everyRowBecomesARecordThatReadsBack() {
    for (CaseCandidate row : cases) {
      assertThat(reader.avro(CaseRecords.toAvro(row))).isEqualTo(row);
    }
  }

  @Test
  void visitsAndDeliveryCountAsWindows() {
    Map<String, Long> filled =
        cases.stream()
            .flatMap(c -> c.windowsFilled().stream())
            .collect(Collectors.groupingBy(w -> w, Collectors.counting()));

    assertThat(filled).isEqualTo(Map.of("visit3", 684L, "visit5", 659L, "delivery", 814L));
  }

  @Test
  void aTreatedControlIsRefused() {
    Map<String, String> row = rows.get(0);
    row.put("treatmentHours", "1.5");

    assertThat(CaseChecks.of(dictionary).check(reader.csv(row)))
        .extracting(Finding::code, Finding::fields)
        .containsExactly(tuple("CONTROL_TREATED", List.of("group", "treatmentHours")));
  }
}
