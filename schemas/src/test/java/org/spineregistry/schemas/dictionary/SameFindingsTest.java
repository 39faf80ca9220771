package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.schemas.rules.CaseChecks;

/** A case gets the same answer as JSON, as Avro and as a CSV row. */
class SameFindingsTest {

  private static List<String> findings(String campaign, CaseCandidate candidate) {
    // an unknown field stands elsewhere in a row than in a tree
    return CaseChecks.of(Cases.dictionary(campaign)).check(candidate).stream()
        .map(finding -> finding.toString().replaceAll("#\\d+", "#"))
        .toList();
  }

  private static void compare(String campaign, JsonNode tree, boolean clean) {
    CaseReader reader = new CaseReader(Cases.dictionary(campaign));
    CaseCandidate json = reader.json(tree);
    CaseCandidate avro = reader.avro(SamePayload.avro(tree));
    CaseCandidate csv = reader.csv(SamePayload.csv(tree));

    assertThat(findings(campaign, json)).hasSize(clean ? 0 : findings(campaign, json).size());
    assertThat(findings(campaign, avro)).isEqualTo(findings(campaign, json));
    assertThat(findings(campaign, csv)).isEqualTo(findings(campaign, json));
    assertThat(List.of(avro.values(), avro.header(), avro.missing()))
        .isEqualTo(List.of(json.values(), json.header(), json.missing()))
        .isEqualTo(List.of(csv.values(), csv.header(), csv.missing()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac", "lumbar", "periodontal"})
  void forAFaultlessCase(String campaign) {
    compare(campaign, Cases.faultless(campaign), true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sacroiliac | {'ageYears': 'old', 'bmi': 'x', 'diabetes': 'maybe', 'sex': 'female'}",
        "sacroiliac | {'ageYears': 54.5, 'bmi': 27.45, 'odi3m': 101, 'vasBack3m': 35}",
        "sacroiliac | {'ageYears': 63.0, 'bmi': 3e1, 'odi3m': 36}",
        "sacroiliac | {'surname': 'x', 'sex': null, 'missing': {'bmi': 'UNKNOWN', 'odi3m': 'LATE'}}",
        "sacroiliac | {'bmi': 15, 'lengthOfStayDays': 22, 'odi24m': null, 'vasBack24m': null}",
        "lumbar     | {'levelsFused': ['L4_L5', 'L9_L9', 'L4_L5'], 'complications90d': ['PE', 'DVT']}",
        "lumbar     | {'levelsFused': [], 'levelsCount': 2, 'complications90d': []}",
        "lumbar     | {'header': {'caseId': 'x', 'revision': 'one', 'operationYear': 2024, 'consentBasis': 'ORAL', 'campaignId': 'lumbar-fusion'}}",
        "lumbar     | {'ageYears': 123456789012, 'charlsonIndex': -1}"
      })
  void forAFaultyCase(String campaign, String overrides) {
    compare(campaign, Cases.with(campaign, overrides), false);
  }
}
