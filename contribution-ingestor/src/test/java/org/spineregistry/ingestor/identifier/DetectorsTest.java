package org.spineregistry.ingestor.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.ingestor.Vectors;

class DetectorsTest {
  @TestFactory
  Stream<DynamicTest> firesAsTheVectorsSay() throws IOException {
    return Vectors.of("identifier-detectors.json")
        .map(vector -> DynamicTest.dynamicTest(vector.get("name").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    List<String> expected = new ArrayList<>();
    vector.at("/expected/detectors").forEach(name -> expected.add(name.asText()));
    assertThat(Detectors.in(vector.at("/input/value").asText()))
        .extracting(Detector::name)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /**
   * The second column is what a reader sees: other code points of the same signs must not hide it.
   */
  @ParameterizedTest
  @CsvSource({
    "06\u00a012\u00a034\u00a056\u00a078, PHONE_FR",
    "\uff10\uff16 \uff11\uff12 34 56 78, PHONE_FR",
    "\u0660\u0666 12 34 56 78, PHONE_FR",
    "219\u201009\u20119999, SSN",
    "jean.dupont\uff20chu.example.fr, EMAIL",
    "jean.du\u200bpont@chu.example.fr, EMAIL",
    "2024\u221203\u221218, DATE_ISO",
  })
  void seesThroughOtherCodePoints(String text, Detector detector) {
    assertThat(Detectors.in(text)).contains(detector);
  }

  @Test
  void looksBehindAMatchWithAWrongCheckDigit() {
    assertThat(Detectors.in("1234567890 943 476 5919")).contains(Detector.NHS_NUMBER);
    assertThat(Detectors.in("12 4111 1111 1111 1111")).contains(Detector.CARD);
    assertThat(Detectors.in("4111 1111 1111 1111 123")).contains(Detector.CARD);
  }

  @Test
  void findsAnIdentifierInTheMiddleOfOtherText() {
    assertThat(Detectors.in("called on 18/03/2024, MRN 00482913, back on monday"))
        .contains(Detector.DATE_LOCAL, Detector.RECORD_NUMBER);
  }

  @Test
  void refusesToScanWhatIsTooLong() {
    assertThat(Detectors.in("a".repeat(Detectors.LONGEST))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Detectors.in("a".repeat(Detectors.LONGEST + 1)))
        .withMessageNotContaining("aa");
  }

  @Test
  void tellsDatesFromOtherIdentifiers() {
    assertThat(Stream.of(Detector.values()).filter(Detector::isDate))
        .containsExactly(Detector.DATE_ISO, Detector.DATE_LOCAL, Detector.EPOCH);
  }
}
