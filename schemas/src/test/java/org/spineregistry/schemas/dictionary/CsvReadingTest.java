package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

  private final CaseReader reader = new CaseReader(Cases.dictionary("sacroiliac"));
  private final CaseReader wrist = new CaseReader(Cases.wrist());

  private static Map<String, String> row(String... cells) {
    Map<String, String> row = SamePayload.csv(Cases.faultless("sacroiliac"));
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }

  @ParameterizedTest
  @ValueSource(strings = {"7,5", "-0,25", ",5", "1.234,5"})
  void saysThatACommaIsNoDecimalSign(String cell) {
    assertThat(reader.csv(row("vasBack3m", cell)).problems())
        .extracting(Finding::code, Finding::field, Finding::rule, Finding::hint)
        .containsExactly(
            tuple(
                "WRONG_TYPE",
                "vasBack3m",
                "Must be a number.",
                "a comma is no decimal sign: write a point"));
  }

  @ParameterizedTest
  @CsvSource({"63,63", "63.0,63", "+63,63", " 63 ,63", "6.3e1,63"})
  void readsWholeNumbersAsTableToolsWriteThem(String cell, long value) {
    assertThat(reader.csv(row("ageYears", cell)).values()).containsEntry("ageYears", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n/a", "NaN", "Infinity", "1 000", "0x10", "12.3.4", "abc"})
  void refusesOtherTextsInPlaceOfANumber(String cell) {
    assertThat(reader.csv(row("bmi", cell)).problems())
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("WRONG_TYPE", "bmi"));
  }

  @ParameterizedTest
  @CsvSource({"true,true", "TRUE,true", "False,false"})
  void readsBooleansAsSpreadsheetsWriteThem(String cell, boolean value) {
    assertThat(reader.csv(row("diabetes", cell)).values()).containsEntry("diabetes", value);
  }

  @Test
  void tellsAnEmptySetFromAMissingOne() {
    assertThat(reader.csv(row("complications90d", "NONE")).values())
        .containsEntry("complications90d", List.of());
    assertThat(reader.csv(row("complications90d", "")).values())
        .doesNotContainKey("complications90d");
    assertThat(reader.csv(row("complications90d", "PE; DEEP_SSI")).values())
        .containsEntry("complications90d", List.of("DEEP_SSI", "PE"));
    assertThat(reader.csv(row("complications90d", "PE;")).problems())
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("NOT_IN_LIST", "complications90d[1]"));
  }

  @Test
  void readsReasonsFromTheirOwnColumns() {
    CaseCandidate candidate =
        reader.csv(row("odi6m", "", "odi6m.missing", "NOT_DONE", "odi3m.missing", ""));

    assertThat(candidate.problems()).isEmpty();
    assertThat(candidate.missing()).isEqualTo(Map.of("odi6m", "NOT_DONE"));
  }

  @Test
  void reportsUnknownColumnsByTheirPositionInTheFile() {
    CaseCandidate candidate =
        reader.csv(row("surname", "x", "header", "x", "odi9m.missing", "UNKNOWN"));

    assertThat(candidate.problems())
        .extracting(Finding::code, Finding::field)
        .containsExactly(
            tuple("UNKNOWN_FIELD", "#59"),
            tuple("UNKNOWN_FIELD", "#60"),
            tuple("UNKNOWN_FIELD", "#61"));
  }

  @Test
  void takesTheCampaignFromTheDictionaryWhenTheFileDoesNotNameIt() {
    Map<String, String> row = row();
    row.remove("campaignId");

    assertThat(reader.csv(row).header()).containsEntry("campaignId", "sacroiliac-fusion");
  }

  @Test
  void readsLabelsMissingTokensAndMappedHeadersOfTheSchema() {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("ward", "A");
    row.put("cast", "Yes");
    row.put("pins", "NA");
    row.put("fingers", "thumb;INDEX");

    CaseCandidate candidate = wrist.csv(row);

    assertThat(candidate.header()).containsEntry("siteId", "ward-a81f2c");
    assertThat(candidate.values())
        .isEqualTo(Map.of("cast", true, "fingers", List.of("THUMB", "INDEX")));
    row.put("fingers", "-");
    assertThat(wrist.csv(row).values()).containsEntry("fingers", List.of());
  }

  /** A file with names and digits of its own needs no rewriting. */
  @Test
  void readsAVariableFromTheColumnOfAnotherNameAndRoundsIt() {
    String text =
        Cases.wrist()
            .schema()
            .toString()
            .replace(
                "\"emptySet\":\"-\"",
                "\"columns\":{\"gripRatio6m\":\"Grip.6m\"},\"round\":[\"gripRatio6m\"]");
    CaseReader other = new CaseReader(DataDictionary.of(new Schema.Parser().parse(text)));

    assertThat(other.csv(Map.of("Grip.6m", "0.58765226929500342")).values())
        .isEqualTo(Map.of("gripRatio6m", 0.59));
    assertThat(other.csv(Map.of("Grip.6m", "0.125")).values())
        .isEqualTo(Map.of("gripRatio6m", 0.12));
    assertThat(other.csv(Map.of("gripRatio6m", "0.59")).problems())
        .extracting(Finding::code)
        .contains("UNKNOWN_FIELD");
  }

  @Test
  void refusesACellThatTheHeaderMappingDoesNotKnow() {
    List<Finding> problems = wrist.csv(Map.of("ward", "B")).problems();

    assertThat(problems)
        .extracting(Finding::code, Finding::field)
        .contains(tuple("NOT_IN_LIST", "header.siteId"))
        .contains(tuple("REQUIRED", "header.caseId"));
    assertThat(wrist.csv(Map.of("ward", "")).problems())
        .extracting(Finding::code, Finding::field)
        .contains(tuple("REQUIRED", "header.siteId"));
  }

  @Test
  void prefersAHeaderColumnOfTheFieldsOwnName() {
    Map<String, String> row = Map.of("ward", "A", "siteId", "ward-zzzzzz");

    assertThat(wrist.csv(row).header()).containsEntry("siteId", "ward-zzzzzz");
  }
}
