package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.campaign.CaseHeader;
import org.spineregistry.campaign.ConsentBasis;
import org.spineregistry.campaign.LumbarFusionCase;
import org.spineregistry.campaign.MissingReason;
import org.spineregistry.campaign.lumbar.LumbarLevel;
import org.spineregistry.campaign.lumbar.Sex;

class CaseRecordsTest {

  private static CaseCandidate candidate(String campaign) {
    return new CaseReader(Cases.dictionary(campaign))
        .json(Cases.with(campaign, "{'bmi': null, 'missing': {'bmi': 'DECLINED'}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac", "lumbar", "periodontal"})
  void writesARecordThatReadsBackAsTheSameCase(String campaign) throws IOException {
    CaseCandidate candidate = candidate(campaign);

    GenericRecord record = CaseRecords.toAvro(candidate);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    GenericRecord back =
        new GenericDatumReader<GenericRecord>(record.getSchema())
            .read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));

    assertThat(GenericData.get().validate(record.getSchema(), record)).isTrue();
    assertThat(new CaseReader(Cases.dictionary(campaign)).avro(back)).isEqualTo(candidate);
  }

  @Test
  void anObjectOfTheGeneratedClassReadsAsTheSameCase() {
    CaseCandidate candidate =
        new CaseReader(Cases.dictionary("lumbar"))
            .json(
                Cases.with(
                    "lumbar",
                    "{'levelsFused': ['L4_L5'], 'bmi': null, 'missing': {'bmi': 'DECLINED'}}"));
    LumbarFusionCase lumbar = new LumbarFusionCase();
    lumbar.setAgeYears(54);
    lumbar.setSex(Sex.FEMALE);
    lumbar.setLevelsFused(List.of(LumbarLevel.L4_L5));
    lumbar.setMissing(Map.of("bmi", MissingReason.DECLINED));
    lumbar.setHeader(
        new CaseHeader(
            "3f0c8a54-6a0e-4c1f-9d3e-5b7a2f1c9e80",
            "lumbar-fusion",
            "site-7f3k9q",
            "surgeon-2m8xw4",
            1,
            2024,
            ConsentBasis.NON_OPPOSITION,
            null));

    CaseCandidate read = new CaseReader(Cases.dictionary("lumbar")).avro(lumbar);

    assertThat(read.problems()).isEmpty();
    assertThat(read.header()).isEqualTo(candidate.header());
    assertThat(read.missing()).isEqualTo(candidate.missing());
    assertThat(candidate.values()).containsAllEntriesOf(read.values());
    assertThat(read.values().keySet()).containsExactly("ageYears", "sex", "levelsFused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac", "lumbar", "periodontal"})
  void writesTheJsonThatIntakeReads(String campaign) {
    CaseCandidate candidate = candidate(campaign);

    assertThat(new CaseReader(Cases.dictionary(campaign)).json(CaseRecords.toJson(candidate)))
        .isEqualTo(candidate);
  }

  @Test
  void refusesACaseWithAProblemOfShapeWithoutQuotingIt() {
    CaseCandidate candidate =
        new CaseReader(Cases.dictionary("lumbar"))
            .json(Cases.with("lumbar", "{'sex': 'MARKER', 'header': {'caseId': 'MARKER'}}"));

    assertThatThrownBy(() -> CaseRecords.toAvro(candidate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NOT_IN_LIST at sex")
        .hasMessageContaining("CONSENT_MISSING at header.consentBasis")
        .hasMessageNotContaining("MARKER");
    assertThatThrownBy(() -> CaseRecords.toJson(candidate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("MARKER");
  }

  @Test
  void describesARecordByCountsAlone() {
    GenericRecord record = CaseRecords.toAvro(candidate("sacroiliac"));

    assertThat(CaseRecords.describe(record)).isEqualTo("SacroiliacFusionCase, 49 values");
  }

  @Test
  void knowsTheWindowsThatARecordFills() {
    DataDictionary dictionary = Cases.dictionary("sacroiliac");
    CaseCandidate withoutThreeMonths =
        new CaseReader(dictionary).json(Cases.with("sacroiliac", "{'odi3m': null}"));

    assertThat(CaseRecords.windowsFilled(dictionary, CaseRecords.toAvro(withoutThreeMonths)))
        .containsExactly("6m", "12m", "24m");
  }
}
