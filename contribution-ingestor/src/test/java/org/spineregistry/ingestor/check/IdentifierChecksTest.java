package org.spineregistry.ingestor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.SIJ;
import static org.spineregistry.ingestor.Samples.as;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.extended;
import static org.spineregistry.ingestor.Samples.header;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.ingestor.check.Cases.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierChecksTest {
  private static final String EMAIL = "jean.dupont@chu.example.fr";

  @Test
  void scansEveryHeaderField() {
    for (String field : new String[] {"siteId", "contributorId", "consentBasis", "campaignId"}) {
      ObjectNode tree = sacroiliac();
      header(tree).put(field, EMAIL);
      assertThat(findings(tree)).contains("IDENTIFIER_EMAIL@header." + field);
    }
  }

  @Test
  void scansACaseIdThatIsNoUuidOnly() {
    ObjectNode tree = sacroiliac();
    // its digits would be a payment card with a right check digit
    header(tree).put("caseId", "41111111-1111-4111-8111-111111111111");
    assertThat(findings(tree)).isEmpty();
    header(tree).put("caseId", "MRN-00482913");
    assertThat(findings(tree))
        .containsExactly(
            "IDENTIFIER_RECORD_NUMBER@header.caseId", "CASE_ID_NOT_RANDOM@header.caseId");
  }

  @Test
  void scansNameAndValueOfAnUnknownField() {
    ObjectNode tree = sacroiliac();
    tree.put("remark", EMAIL).put("+33 6 12 34 56 78", true);
    header(tree).put("www.example.org", 1);

    assertThat(findings(tree))
        .containsExactly(
            "UNKNOWN_FIELD@header.#9",
            "UNKNOWN_FIELD@#53",
            "UNKNOWN_FIELD@#54",
            "IDENTIFIER_URL@header.#9",
            "IDENTIFIER_EMAIL@#53",
            "IDENTIFIER_PHONE_INTERNATIONAL@#54");
  }

  @Test
  void scansWhatLiesDeeperThanTheSchema() {
    ObjectNode tree = sacroiliac();
    tree.putObject("extra").putObject("more").putArray("list").add("x").add(EMAIL);
    tree.putObject("sex").put(EMAIL, 1);

    assertThat(findings(tree)).contains("IDENTIFIER_EMAIL@#53", "IDENTIFIER_EMAIL@sex");
  }

  @Test
  void scansKeysAndReasonsOfMissing() {
    ObjectNode tree = sacroiliac();
    tree.putObject("missing").put("smoking", EMAIL).put("219-09-9999", "UNKNOWN");

    assertThat(findings(tree))
        .contains("IDENTIFIER_EMAIL@missing.smoking", "IDENTIFIER_SSN@missing.#2");
  }

  @Test
  void scansElementsOfSets() {
    ObjectNode tree = sacroiliac();
    tree.putArray("complications90d").add("DVT").add(EMAIL);

    assertThat(findings(tree))
        .containsExactly("NOT_IN_LIST@complications90d[1]", "IDENTIFIER_EMAIL@complications90d[1]");
  }

  @Test
  void scansNumbersThatAreLongEnough() {
    ObjectNode tree = sacroiliac();
    tree.put("bloodLossMl", 255081416802538L);
    tree.put("operativeTimeMin", 1710748800);
    tree.put("bmi", 20240318.0);

    assertThat(findings(tree))
        .contains(
            "IDENTIFIER_NIR@bloodLossMl",
            "DATE_IN_PAYLOAD@operativeTimeMin",
            "DATE_IN_PAYLOAD@bmi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-03-18", "18.3.24", "1710748800000", "20240318T0830"})
  void refusesDatesAnywhere(String date) {
    ObjectNode tree = sacroiliac();
    header(tree).put("siteId", date);
    tree.put("sex", date).put("unknown", date);

    assertThat(findings(tree))
        .contains("DATE_IN_PAYLOAD@header.siteId", "DATE_IN_PAYLOAD@sex", "DATE_IN_PAYLOAD@#53");
  }

  @Test
  void refusesLongTextUnscanned() {
    ObjectNode tree = sacroiliac();
    tree.put("sex", "a".repeat(201));
    assertThat(findings(tree)).containsExactly("NOT_IN_LIST@sex", "TEXT_TOO_LONG@sex");
  }

  @Test
  void scansAvroStringsMapsAndUnknownFields() {
    GenericRecord record =
        as(
            extended(SIJ, "{\"name\":\"remark\",\"type\":[\"null\",\"string\"]}"),
            avro(sacroiliac()));
    record.put("remark", EMAIL);
    Map<String, Object> missing = new HashMap<>();
    missing.put("10.1.2.3", new GenericData.EnumSymbol(null, "UNKNOWN"));
    record.put("missing", missing);

    assertThat(findings(record, Transport.rest()))
        .containsExactly(
            "UNKNOWN_FIELD@missing.#1",
            "UNKNOWN_FIELD@#53",
            "IDENTIFIER_IPV4@missing.#1",
            "IDENTIFIER_EMAIL@#53");
  }

  @Test
  void refusesATimeOfALogicalType() {
    GenericRecord record =
        as(
            extended(
                SIJ,
                "{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}"),
            avro(sacroiliac()));
    record.put("at", Instant.EPOCH);

    assertThat(findings(record, Transport.rest()))
        .containsExactly("UNKNOWN_FIELD@#53", "DATE_IN_PAYLOAD@#53");
  }
}
