package org.spineregistry.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.cohort.CsvProblem;
import org.spineregistry.synthesis.cohort.CsvProblemsException;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

class CampaignCsvTest {
  private static final CsvCohort TRIAL =
      CampaignCsv.read(Examples.bytes("/opt.csv"), Examples.periodontal());

  /** Level to number of patients. */
  private static Map<String, Long> counts(Table table, String column) {
    List<String> levels = table.levels(table.indexOf(column));
    return Arrays.stream(table.codes(table.indexOf(column)))
        .filter(code -> code >= 0)
        .mapToObj(levels::get)
        .collect(Collectors.groupingBy(level -> level, Collectors.counting()));
  }

  /** A file with one patient: the faultless values that are given, nothing else. */
  private static byte[] file(DataDictionary dictionary, Map<String, String> cells) {
    Map<String, String> all = new LinkedHashMap<>();
    dictionary.variables().forEach(v -> all.put(dictionary.csv().column(v), ""));
    all.putAll(cells);
    return (String.join(",", all.keySet()) + "\n" + String.join(",", all.values()) + "\n")
        .getBytes(UTF_8);
  }

  private static List<String> problems(DataDictionary dictionary, Map<String, String> cells) {
    return catchThrowableOfType(
            CsvProblemsException.class, () -> CampaignCsv.read(file(dictionary, cells), dictionary))
        .problems()
        .stream()
        .map(CsvProblem::toString)
        .toList();
  }

  @Test
  void readsTheRealTrialAsOtherToolsDo() {
    Table table = TRIAL.table();
    assertThat(table.rows()).isEqualTo(823);
    for (JsonNode vector : Examples.json("/vectors/dataset.json").get("cases")) {
      if (!vector.get("column").asText().equals("site")) {
        int column = table.indexOf(vector.get("column").asText());
        assertThat(table.missing(column)).isEqualTo(vector.get("expected").get("missing").asInt());
      }
    }
    assertThat(counts(table, "education"))
        .isEqualTo(
            Map.of("UNDER_8_YEARS", 154L, "FROM_8_TO_12_YEARS", 479L, "OVER_12_YEARS", 190L));
    assertThat(Collections.frequency(TRIAL.sites(), "clinic-b83vzn")).isEqualTo(247);
    assertThat(TRIAL.caseIds()).isEmpty();
  }

  /** The worker reads records, the command line reads files; both must see the same table. */
  @Test
  void aFileAndItsRecordsAreTheSameTable() {
    Table records = CampaignTable.of(Examples.trial(), Examples.periodontal());

    assertThat(CsvWriter.write(TRIAL.table())).isEqualTo(CsvWriter.write(records));
    assertThat(TRIAL.table().columns()).isEqualTo(records.columns());
  }

  @Test
  void readsSetsLabelsAndReasons() {
    DataDictionary dictionary = Examples.sacroiliac();
    Map<String, String> cells = new LinkedHashMap<>();
    for (var variable : dictionary.variables()) {
      if (variable.required()) {
        cells.put(
            variable.name(),
            variable
                .constant()
                .map(String::valueOf)
                .orElse(variable.isNumeric() ? "63" : variable.symbols().get(0)));
      }
    }
    cells.put("complications90d", "PE; DEEP_SSI");
    cells.put("caseId", "c1");
    cells.put("siteId", "clinic-b83vzn");
    cells.put("revision", "1");
    cells.put("odi6m.missing", "NOT_DONE");

    CsvCohort cohort = CampaignCsv.read(file(dictionary, cells), dictionary);

    assertThat(counts(cohort.table(), "complications90d")).containsOnlyKeys("DEEP_SSI;PE");
    assertThat(cohort.caseIds()).containsExactly("c1");
    assertThat(cohort.sites()).containsExactly("clinic-b83vzn");
    cells.put("complications90d", "NONE");
    assertThat(
            counts(
                CampaignCsv.read(file(dictionary, cells), dictionary).table(), "complications90d"))
        .containsOnlyKeys("NONE");
  }

  @Test
  void namesWhatIntakeWouldRefuse() {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("group", "X");
    cells.put("ageYears", "");
    cells.put("black", "1");
    cells.put("bmi", "25.5");
    cells.put("crpBaseline", "0.1234");
    cells.put("birthOutcome", "LIVE_BIRTH");
    cells.put("surname", "Smith");

    assertThat(problems(Examples.periodontal(), cells))
        .containsExactly(
            "line 1, #53: UNKNOWN_COLUMN",
            "line 2, group: NOT_IN_LIST",
            "line 2, ageYears: REQUIRED",
            "line 2, black: NOT_TRUE_OR_FALSE",
            "line 2, bmi: TOO_MANY_DECIMALS",
            "line 2, crpBaseline: TOO_MANY_DECIMALS");
    List<String> sets = new ArrayList<>();
    for (String set : List.of("PE;PE", "PE;", "FEVER")) {
      sets.addAll(problems(Examples.sacroiliac(), Map.of("complications90d", set)));
    }
    assertThat(sets.stream().filter(problem -> problem.contains("complications90d")))
        .containsExactly(
            "line 2, complications90d: REPEATED_SYMBOL",
            "line 2, complications90d: NOT_IN_LIST",
            "line 2, complications90d: NOT_IN_LIST");
  }

  @Test
  void readsColumnsOfOtherNamesAndRoundsThem() {
    String text =
        Examples.periodontal()
            .schema()
            .toString()
            .replace(
                "\"ignore\":[\"caseNumber\"]",
                "\"columns\":{\"crpBaseline\":\"CRP 0\"},\"round\":[\"crpBaseline\"]");
    DataDictionary dictionary = DataDictionary.of(new Schema.Parser().parse(text));
    Map<String, String> cells =
        Map.of("group", "C", "ageYears", "20", "CRP 0", "0.123456789012345");

    Table table = CampaignCsv.read(file(dictionary, cells), dictionary).table();

    assertThat(table.numbers(table.indexOf("crpBaseline"))).containsExactly(0.123);
  }
}
