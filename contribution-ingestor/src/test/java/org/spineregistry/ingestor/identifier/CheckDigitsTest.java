package org.spineregistry.ingestor.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.spineregistry.ingestor.Samples;
import org.spineregistry.ingestor.Vectors;
import org.spineregistry.schemas.dictionary.HeaderField;

class CheckDigitsTest {
  @TestFactory
  Stream<DynamicTest> holdAsTheVectorsSay() throws IOException {
    return Vectors.of("identifier-checksums.json")
        .map(vector -> DynamicTest.dynamicTest(vector.get("name").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    String value = vector.at("/input/value").asText();
    boolean valid = vector.at("/expected/valid").asBoolean();
    assertThat(rule(vector.at("/input/kind").asText()).test(value)).isEqualTo(valid);
  }

  private static Predicate<String> rule(String kind) {
    return switch (kind) {
      case "NIR" -> Detector.NIR::fires;
      case "NHS" -> Detector.NHS_NUMBER::fires;
      case "IBAN" -> Detector.IBAN::fires;
      case "LUHN" -> CheckDigits::luhn;
      case "SSN" -> Detector.SSN::fires;
      case "CASE_ID" -> caseIdForm().asMatchPredicate();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** The form stands in the header of the case schemas. */
  private static Pattern caseIdForm() {
    return Samples.dictionary(Samples.SIJ).header().stream()
        .filter(field -> field.name().equals("caseId"))
        .map(HeaderField::pattern)
        .findFirst()
        .flatMap(form -> form)
        .orElseThrow();
  }
}
