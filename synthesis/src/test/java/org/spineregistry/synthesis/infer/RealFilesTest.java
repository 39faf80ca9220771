package org.spineregistry.synthesis.infer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

/** Public clinical tables that nobody prepared. */
class RealFilesTest {
  private static byte[] file(String name) {
    try (InputStream in = RealFilesTest.class.getResourceAsStream("/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Finding, List<String>> findings(Inferred inferred) {
    return inferred.all().stream()
        .collect(
            Collectors.groupingBy(
                InferredColumn::finding,
                Collectors.mapping(InferredColumn::name, Collectors.toList())));
  }

  private static Column column(Inferred inferred, String name) {
    return inferred.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theTrialHasTheVariablesOfItsDescription() {
    byte[] file = file("opt.csv");
    Inferred inferred = SchemaInference.infer(file, InferenceOptions.target("bleedingPctVisit5"));
    CsvCohort cohort = CsvCohort.read(file, inferred.layout());

    assertThat(inferred.missing()).containsExactlyInAnyOrder("", ".");
    assertThat(findings(inferred))
        .containsEntry(Finding.CASE_ID, List.of("caseNumber"))
        .containsEntry(Finding.SITE, List.of("site"))
        .doesNotContainKeys(Finding.DATE, Finding.FREE_TEXT, Finding.IDENTIFIER, Finding.EMPTY);
    assertThat(inferred.columns()).hasSize(52);
    assertThat(cohort.table().rows()).isEqualTo(823);
    assertThat(cohort.sites()).hasSize(823);
    for (JsonNode vector : Vectors.cases("dataset.json").toList()) {
      if (!vector.get("column").asText().equals("site")) {
        assertIsAsCounted(cohort.table(), vector);
      }
    }
  }

  private static void assertIsAsCounted(Table table, JsonNode vector) {
    JsonNode expected = vector.get("expected");
    int column = table.indexOf(vector.get("column").asText());
    boolean number = vector.get("type").asText().equals("numeric");

    assertThat(table.missing(column)).isEqualTo(expected.get("missing").asInt());
    assertThat(table.columns().get(column).isNumber()).isEqualTo(number);
    if (number) {
      Column bounds = table.columns().get(column);
      assertThat(bounds.minimum()).isLessThanOrEqualTo(expected.get("min").asDouble());
      assertThat(bounds.maximum()).isGreaterThanOrEqualTo(expected.get("max").asDouble());
    }
  }

  @Test
  void theTrialIsReadAsTheTableThatItIs() {
    byte[] file = file("opt.csv");
    Table table =
        CsvCohort.read(file, SchemaInference.infer(file, InferenceOptions.none()).layout()).table();
    Table expected = OptData.cohort();

    for (int c = 0; c < expected.columns().size(); c++) {
      String name = expected.columns().get(c).name();
      if (expected.columns().get(c).isNumber() && !name.equals("treatmentHours")) {
        assertThat(table.numbers(c)).as(name).containsExactly(expected.numbers(c));
      } else if (!expected.columns().get(c).isNumber()) {
        assertThat(table.levels(c)).as(name).containsExactlyElementsOf(expected.levels(c));
        assertThat(table.codes(c)).as(name).containsExactly(expected.codes(c));
      }
    }
  }

  @Test
  void aSurvivalTableKeepsItsTimeWithItsStatus() {
    byte[] file = file("pbc.csv");
    TimeToEvent death = new TimeToEvent("time", "status", Set.of("2"));
    InferenceOptions options =
        new InferenceOptions(
            Optional.of("status"),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(death));
    Inferred inferred = SchemaInference.infer(file, options);
    Table table = CsvCohort.read(file, inferred.layout()).table();

    assertThat(findings(inferred))
        .containsEntry(Finding.CASE_ID, List.of("caseNumber"))
        .containsEntry(Finding.IDENTIFIER, List.of("id"))
        .containsEntry(Finding.YES_NO, List.of("sex", "ascites", "hepato", "spiders"));
    assertThat(table.rows()).isEqualTo(418);
    assertThat(table.columns()).hasSize(19);
    assertThat(column(inferred, "age").decimals()).isEqualTo(2);
    assertThat(column(inferred, "time").is(ColumnRole.AFTER_OUTCOME)).isTrue();
    assertThat(inferred.contract().timeToEvent()).containsExactly(death);
    // the documentation of the data: 161 deaths, 25 transplants, 232 censored
    double[] status = table.numbers(table.indexOf("status"));
    assertThat(Arrays.stream(status).filter(s -> s == 2).count()).isEqualTo(161);
    assertThat(Arrays.stream(status).filter(s -> s == 1).count()).isEqualTo(25);
  }

  @Test
  void aTableOfCodesIsTakenAsNumbersAndAnswers() {
    byte[] file = file("blood_storage.csv");
    Inferred inferred = SchemaInference.infer(file, InferenceOptions.target("Recurrence"));
    Table table = CsvCohort.read(file, inferred.layout()).table();

    assertThat(table.rows()).isEqualTo(316);
    assertThat(table.columns()).hasSize(20);
    assertThat(findings(inferred).get(Finding.YES_NO))
        .containsExactly(
            "AA",
            "FamHx",
            "BN+",
            "OrganConfined",
            "PreopTherapy",
            "AnyAdjTherapy",
            "AdjRadTherapy",
            "Recurrence",
            "Censor");
    assertThat(inferred.contract().cuts())
        .isEqualTo(Map.of("Age", List.of(40.0, 50.0, 60.0, 70.0, 80.0)));
  }

  @Test
  void aSmallTableHasItsFourVariables() {
    byte[] file = file("kyphosis.csv");
    Inferred inferred = SchemaInference.infer(file, InferenceOptions.target("Kyphosis"));
    Table table = CsvCohort.read(file, inferred.layout()).table();

    assertThat(table.rows()).isEqualTo(81);
    assertThat(inferred.columns())
        .extracting(Column::name)
        .containsExactly("Kyphosis", "Age", "Number", "Start");
    assertThat(column(inferred, "Kyphosis").levels()).containsExactly("absent", "present");
    // rpart's documentation: 17 of 81 children
    int[] codes = table.codes(table.indexOf("Kyphosis"));
    assertThat(Arrays.stream(codes).filter(code -> code == 1).count()).isEqualTo(17);
  }
}
