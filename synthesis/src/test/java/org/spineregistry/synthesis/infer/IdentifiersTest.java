package org.spineregistry.synthesis.infer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.cohort.CsvProblemsException;
import org.spineregistry.synthesis.table.ColumnRole;

/** What identifies a patient is left out, also when its values repeat. */
class IdentifiersTest {
  private static final int ROWS = 200;

  private static byte[] file(String name, IntFunction<String> cell) {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(row -> row % 13 + "," + cell.apply(row) + "\n")
            .collect(Collectors.joining());
    return ("score," + name + "\n" + rows).getBytes(UTF_8);
  }

  private static InferredColumn column(String name, IntFunction<String> cell) {
    return SchemaInference.infer(file(name, cell), InferenceOptions.none()).all().get(1);
  }

  private static InferenceOptions with(Optional<String> caseId, Set<String> keep) {
    return new InferenceOptions(
        Optional.empty(),
        caseId,
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        keep,
        Set.of(),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "surname",
        "Last Name",
        "first_name",
        "patientName",
        "surgeon.name",
        "E-Mail",
        "mail",
        "phone",
        "Telefon",
        "mobilePhone",
        "SSN",
        "iban",
        "Home Address",
        "street",
        "IP-Address",
        "AHV Nummer",
        "insurance_no",
        "surgeon_id"
      })
  void aNameOfWhatIdentifiesIsEnoughThoughValuesRepeat(String name) {
    InferredColumn column = column(name, row -> "v" + row % 12);

    assertThat(column.finding()).isEqualTo(Finding.DIRECT_IDENTIFIER);
    assertThat(column.notes().get(0)).startsWith("By its name ");
  }

  @ParameterizedTest
  @CsvSource({
    "a%d@clinic.example,e-mail addresses",
    "+41 44 555 10 %02d,phone numbers",
    "044/555 10 %02d,phone numbers",
    "(044) 555-10%02d,phone numbers",
    "CH93 0076 2011 6238 5295 %d,numbers of an account",
    "192.168.0.%d,IP addresses",
    "https://clinic.example/%d,addresses of web pages",
    "756.1234.5678.%02d,numbers of a social insurance",
    "987-65-43%02d,numbers of a social insurance"
  })
  void valuesThatIdentifyAreEnoughThoughTheyRepeat(String form, String kind) {
    InferredColumn column = column("remark", row -> form.formatted(row % 12));

    assertThat(column.finding()).isEqualTo(Finding.DIRECT_IDENTIFIER);
    assertThat(column.notes().get(0)).contains(kind);
  }

  @Test
  void longNumbersThatFewRowsShareIdentify() {
    assertThat(column("key", row -> String.valueOf(80_000_000 + row / 2 * 7919)).finding())
        .isEqualTo(Finding.DIRECT_IDENTIFIER);
    assertThat(column("cells", row -> String.valueOf(80_000_000 + row % 5)).finding())
        .isEqualTo(Finding.WHOLE_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "width",
        "ridge",
        "mobilityScore",
        "idealWeight",
        "incident",
        "steroid",
        "emailed",
        "caseMix",
        "numberOfLevels",
        "noComplications",
        "patientSatisfaction",
        "recordedPain",
        "addressee",
        "phoneticScore",
        "subjectiveScore",
        "ipOp",
        "titel",
        "drugName",
        "complicationsToDate",
        "updated"
      })
  void aWordThatOnlyHoldsTheLettersIsNoIdentifier(String name) {
    assertThat(column(name, row -> String.valueOf(row % 23)).finding())
        .isEqualTo(Finding.WHOLE_NUMBER);
  }

  @Test
  void answersAndAFewLevelsAreNoIdentifiersWhateverTheirName() {
    assertThat(column("email", row -> row % 2 == 0 ? "yes" : "no").finding())
        .isEqualTo(Finding.YES_NO);
    assertThat(column("case", row -> String.valueOf(row % 2)).finding()).isEqualTo(Finding.YES_NO);
    assertThat(
            column("insurance", row -> List.of("public", "private", "none").get(row % 3)).finding())
        .isEqualTo(Finding.CATEGORY);
    assertThat(column("range", row -> List.of("100-200", "200-300").get(row % 2)).finding())
        .isEqualTo(Finding.YES_NO);
    assertThat(column("ratio", row -> "0." + (123_456_789 + row % 40)).finding())
        .isEqualTo(Finding.DECIMAL_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patient_id",
        "PatientID",
        "subject",
        "mrn",
        "Case Number",
        "id",
        "record_id",
        "ID_Patient",
        "hospital number",
        "case"
      })
  void patientsWithSeveralRowsStopTheRun(String name) {
    byte[] file = file(name, row -> "p" + row / 5);

    assertThatThrownBy(() -> SchemaInference.infer(file, InferenceOptions.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "one row a patient: " + name + " has 40 different values in 200 rows")
        .hasMessageContaining("--keep " + name)
        .hasMessageContaining("spine schema infer")
        .hasMessageNotContaining("p39");
  }

  @Test
  void patientsWithSeveralRowsStopTheRunAlsoBehindAnIdOfEachRow() {
    byte[] file = file("visit_id,patient_id", row -> "v" + row + "," + row / 5);

    assertThatThrownBy(() -> SchemaInference.infer(file, InferenceOptions.none()))
        .hasMessageStartingWith("one row a patient: patient_id has 40");
    assertThatThrownBy(() -> SchemaInference.infer(file, with(Optional.of("visit_id"), Set.of())))
        .hasMessageStartingWith("one row a patient: patient_id has 40");
  }

  @Test
  void whoKnowsThatAColumnIsNoIdKeepsIt() {
    byte[] file = file("case", row -> String.valueOf(row / 5));

    Inferred inferred = SchemaInference.infer(file, with(Optional.empty(), Set.of("case")));

    assertThat(inferred.all().get(1).finding()).isEqualTo(Finding.WHOLE_NUMBER);
  }

  /** One patient twice among two hundred is a mistake on one line, which can be named. */
  @Test
  void aRepeatedAndAnEmptyIdAreReportedByTheirLines() {
    byte[] file = file("caseNumber", row -> row == 7 ? "" : row == 9 ? "c3" : "c" + row);
    Inferred inferred = SchemaInference.infer(file, InferenceOptions.none());

    assertThat(inferred.caseId()).contains("caseNumber");
    assertThatThrownBy(() -> CsvCohort.read(file, inferred.layout()))
        .isInstanceOfSatisfying(
            CsvProblemsException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.line() + " " + problem.rule())
                    .containsExactly("9 REQUIRED", "11 DUPLICATE_CASE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-%02d", "%02d/2020", "2019/%d", "1987-%d"})
  void aMonthOfAYearIsADate(String form) {
    assertThat(column("visit", row -> form.formatted(1 + row % 12)).finding())
        .isEqualTo(Finding.DATE);
  }

  @Test
  void aDateIsKnownByItsNameToo() {
    assertThat(column("Geburtsdatum", row -> String.valueOf(21_000 + row % 90)).finding())
        .isEqualTo(Finding.DATE);
    assertThat(column("surgery_date", row -> String.valueOf(44_000 + row % 90)).finding())
        .isEqualTo(Finding.DATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"birth_year", "dob_year", "yearOfBirth", "YOB", "Geburtsjahr"})
  void aYearOfBirthMayBeKnownOutside(String name) {
    InferredColumn year = column(name, row -> String.valueOf(1940 + row % 50));

    assertThat(year.finding()).isEqualTo(Finding.WHOLE_NUMBER);
    assertThat(year.column().is(ColumnRole.QUASI_IDENTIFIER)).isTrue();
  }
}
