package org.spineregistry.ingestor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.SIJ;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.ingestor.check.Cases.findings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.ingestor.check.Transport.Header;

class TransportChecksTest {
  private static final String CASE_ID = "3f0c8a54-6a0e-4c1f-9d3e-5b7a2f1c9e80";
  private static final String EVENT_ID = "7c5b4f1e-2f7e-4a0e-8f0a-0f4f5a0b6c7d";
  private static final GenericRecord CASE = avro(sacroiliac());

  private static List<String> withHeaders(String... namesAndValues) {
    List<Header> headers =
        Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
            .map(i -> new Header(namesAndValues[i], namesAndValues[i + 1]))
            .toList();
    return findings(CASE, new Transport(CASE_ID, true, true, headers));
  }

  private static List<String> withKey(String key, boolean home) {
    return findings(CASE, new Transport(key, true, home, List.of()));
  }

  @Test
  void takesTheHeadersOfTheContract() {
    assertThat(
            withHeaders(
                "ce_specversion", "1.0",
                "ce_id", EVENT_ID,
                "ce_source", "/registry/" + SIJ,
                "ce_type", "SacroiliacFusionCase",
                "ce_time", "2026-06-01T10:00:00.123Z",
                "ce_subject", CASE_ID,
                "spine_causeid", "2ed6657d-e927-568b-95e1-2665a8aea6a2",
                "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "tracestate", "vendor=opaque",
                "content-type", "application/avro"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 2.0",
    "ce_id, 42",
    "ce_id, 018f3b1c-7c1e-7c1e-9c5e-1f6f2a7d9b10",
    "ce_source, a b",
    "ce_type, <script>",
    "ce_time, yesterday",
    "ce_subject, 7c5b4f1e-2f7e-4a0e-8f0a-0f4f5a0b6c7d",
    "spine_causeid, x",
    "traceparent, 00-1-2-3",
    "content-type, avro",
    "tracestate, \u00e9",
  })
  void refusesAHeaderOfAnotherForm(String name, String value) {
    assertThat(withHeaders(name, value)).containsExactly("HEADER_NOT_ALLOWED@headers." + name);
  }

  @Test
  void refusesAnUnknownHeaderByItsPosition() {
    assertThat(withHeaders("ce_id", EVENT_ID, "baggage", "a=b"))
        .containsExactly("HEADER_NOT_ALLOWED@headers.#2");
    assertThat(withHeaders("empty", null)).containsExactly("HEADER_NOT_ALLOWED@headers.#1");
  }

  @Test
  void saysWhenAnIdentifierWasInAHeaderOrItsName() {
    assertThat(withHeaders("user", "jean@chu.example.fr"))
        .containsExactly("HEADER_NOT_ALLOWED@headers.#1", "IDENTIFIER_IN_HEADER@headers.#1");
    assertThat(withHeaders("MRN 00482913", ""))
        .containsExactly("HEADER_NOT_ALLOWED@headers.#1", "IDENTIFIER_IN_HEADER@headers.#1");
    assertThat(withHeaders("ce_id", "219-09-9999"))
        .containsExactly("HEADER_NOT_ALLOWED@headers.ce_id", "IDENTIFIER_IN_HEADER@headers.ce_id");
  }

  @Test
  void scansWhatHasTheRightFormAsWell() {
    assertThat(withHeaders("ce_source", "https://chu.example.fr/"))
        .containsExactly("IDENTIFIER_IN_HEADER@headers.ce_source");
    assertThat(withHeaders("ce_type", "case.of.20240318"))
        .containsExactly("IDENTIFIER_IN_HEADER@headers.ce_type");
  }

  @Test
  void checksEachOccurrenceOfAHeader() {
    assertThat(withHeaders("ce_id", EVENT_ID, "ce_id", "jean@chu.example.fr"))
        .contains("IDENTIFIER_IN_HEADER@headers.ce_id");
  }

  @Test
  void theKeyIsTheCaseId() {
    assertThat(withKey(CASE_ID, true)).isEmpty();
    assertThat(withKey(null, true)).containsExactly("KEY_MISMATCH@key");
    assertThat(withKey(EVENT_ID, true)).containsExactly("KEY_MISMATCH@key");
    assertThat(withKey("MRN 00482913", true))
        .containsExactly("KEY_MISMATCH@key", "IDENTIFIER_IN_HEADER@key");
  }

  @Test
  void theKeyNamesThePartition() {
    assertThat(withKey(CASE_ID, false)).containsExactly("WRONG_PARTITION@key");
  }

  @Test
  void theEventIdIsNotTheCaseId() {
    assertThat(withHeaders("ce_id", CASE_ID)).containsExactly("CASE_ID_NOT_RANDOM@header.caseId");
  }

  @Test
  void describesItselfWithoutValues() {
    Transport transport =
        new Transport("MARKER", true, true, List.of(new Header("MARKER", "MARKER")));
    assertThat(transport + " " + transport.headers()).doesNotContain("MARKER");
  }

  @Test
  void theDocumentNamesTheHeadersOfTheContract() throws IOException {
    String document = Files.readString(Path.of("../docs/intake.md"));
    String table = document.split("<!-- headers -->")[1].split("<!-- /headers -->")[0];
    List<String> names =
        table
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("`")[1])
            .toList();
    assertThat(names).containsExactlyInAnyOrderElementsOf(HeaderForms.names());
  }
}
