package org.spineregistry.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.ingestor.check.Verdict;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.ingestor.identifier.Detector;
import org.spineregistry.schemas.dictionary.Codes;
import org.spineregistry.schemas.dictionary.DataDictionary;

/** The document says what the code does. */
class IntakeDocumentTest {
  /** Codes of answers that are no findings. */
  private static final Set<String> OF_REST =
      Set.of("CONTENT_TYPE", "NOT_CONFIRMED", "NOT_SENT", "BUSY");

  private final IntakeDocument document = IntakeDocument.read();

  private Map<String, List<String>> codes() {
    Map<String, List<String>> codes = new TreeMap<>();
    for (List<String> row : document.table("codes")) {
      assertThat(codes.put(row.get(0), row)).as("one row for " + row.get(0)).isNull();
    }
    return codes;
  }

  @Test
  void namesEveryCodeOnce() throws IllegalAccessException {
    Set<String> expected = new TreeSet<>(OF_REST);
    Stream.of(IntakeCode.values()).map(Enum::name).forEach(expected::add);
    Stream.of(Detector.values())
        .filter(detector -> !detector.isDate())
        .forEach(detector -> expected.add("IDENTIFIER_" + detector));
    for (Field field : Codes.class.getFields()) {
      expected.add((String) field.get(null));
    }
    for (DataDictionary dictionary : Samples.CAMPAIGNS.all()) {
      dictionary.rules().forEach(rule -> expected.add(rule.code()));
      dictionary.header().forEach(field -> expected.add(field.absentCode()));
      dictionary
          .variables()
          .forEach(
              variable -> {
                variable
                    .range()
                    .ifPresent(range -> range.codes().forEach(code -> expected.add(code.code())));
                variable.derivation().ifPresent(derived -> expected.add(derived.code()));
              });
    }
    assertThat(codes().keySet()).isEqualTo(expected);
  }

  @Test
  void saysTheRuleOfEachCodeAsAnAnswerDoes() {
    for (IntakeCode code : IntakeCode.values()) {
      List<String> row = codes().get(code.name());
      assertThat(row.get(2)).as(code.name()).isEqualTo(code.at().level().name());
      assertThat(row.get(3)).as(code.name()).isEqualTo(code.rule());
    }
  }

  @Test
  void saysCampaignsLevelAndSentenceOfEachRule() {
    for (DataDictionary dictionary : Samples.CAMPAIGNS.all()) {
      dictionary
          .rules()
          .forEach(
              rule -> {
                List<String> row = codes().get(rule.code());
                assertThat(row.get(1)).as(rule.code()).contains(dictionary.campaignId());
                assertThat(row.get(2)).as(rule.code()).isEqualTo(rule.level().name());
                assertThat(row.get(3)).as(rule.code()).isEqualTo(rule.message());
              });
    }
  }

  @Test
  void namesEveryOutcome() {
    Set<String> expected =
        Stream.of(IntakeOutcome.values())
            .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertThat(document.table("outcomes"))
        .extracting(row -> row.get(0))
        .hasSameElementsAs(expected);
  }

  @Test
  void namesEveryLimitWithItsEnvironmentAndDefault() throws IOException {
    String settings = Files.readString(Path.of("src/main/resources/application.yml"));
    List<List<String>> rows = document.table("limits");
    for (List<String> row : rows) {
      String key = row.get(0).substring("spine.intake.".length());
      assertThat(settings).contains("    " + key + ": ${" + row.get(1) + ":" + row.get(2) + "}");
    }
    assertThat(settings.split("SPINE_INTAKE_")).hasSize(rows.size() + 1);
  }

  @Test
  void itsExampleIsAGoodCase() throws IOException {
    JsonNode example = new ObjectMapper().readTree(document.example("case.json"));

    assertThat(Samples.CHECKS.json(example).outcome()).isEqualTo(Verdict.Outcome.ACCEPTED);
  }

  @Test
  void itsProgramIsTheOneThatATestRuns() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/org/spineregistry/ingestor/PublishExample.java"));
    String words = source.replaceAll("\\s+", " ");

    assertThat(words).contains(document.example("PublishExample.java").replaceAll("\\s+", " "));
  }
}
