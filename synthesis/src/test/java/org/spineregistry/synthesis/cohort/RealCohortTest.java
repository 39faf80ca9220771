package org.spineregistry.synthesis.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

/** What a correct reader sees in the real cohort, counted by other tools. */
class RealCohortTest {
  private static final double TOLERANCE = 1e-12;
  private static final CsvCohort COHORT = read();

  private static CsvCohort read() {
    List<SourceColumn> columns =
        OptData.cohort().columns().stream()
            .map(
                column ->
                    new SourceColumn(
                        column,
                        column.name(),
                        column.isNumber() ? null : LevelText.plain(column.levels()),
                        false,
                        false))
            .toList();
    CohortLayout layout =
        new CohortLayout(
            columns,
            Set.of("."),
            Set.of(),
            List.of("caseNumber"),
            List.of(new SiteColumn("site", Map.of())));
    try (InputStream in = RealCohortTest.class.getResourceAsStream("/opt.csv")) {
      return CsvCohort.read(in.readAllBytes(), layout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> columns() {
    return Vectors.cases("dataset.json").filter(c -> !c.get("column").asText().equals("site"));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void aColumnHoldsWhatOtherToolsCount(JsonNode vector) {
    Table table = COHORT.table();
    JsonNode expected = vector.get("expected");
    int column = table.indexOf(vector.get("column").asText());

    assertThat(table.missing(column)).isEqualTo(expected.get("missing").asInt());
    if (vector.get("type").asText().equals("numeric")) {
      assertNumbers(table.numbers(column), expected);
    } else {
      List<String> levels = table.levels(column);
      long[] counts = new long[levels.size()];
      Arrays.stream(table.codes(column)).filter(code -> code >= 0).forEach(code -> counts[code]++);
      assertThat(levels).hasSize(expected.get("levels").size());
      for (int level = 0; level < counts.length; level++) {
        assertThat(counts[level]).isEqualTo(expected.get("levels").get(levels.get(level)).asLong());
      }
    }
  }

  private static void assertNumbers(double[] values, JsonNode expected) {
    double[] observed = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double mean = Arrays.stream(observed).average().orElseThrow();

    assertThat(observed).hasSize(expected.get("observed").asInt());
    assertThat(Arrays.stream(observed).distinct().count())
        .isEqualTo(expected.get("distinct").asLong());
    assertThat(mean)
        .isCloseTo(
            expected.get("mean").asDouble(), within(TOLERANCE * Math.max(1, Math.abs(mean))));
    assertThat(observed[0]).isEqualTo(expected.get("min").asDouble());
    assertThat(observed[observed.length - 1]).isEqualTo(expected.get("max").asDouble());
  }

  @Test
  void sitesAreTheClinics() {
    JsonNode expected =
        Vectors.cases("dataset.json", "column", "site").get(0).get("expected").get("levels");

    for (String clinic : List.of("KY", "MN", "MS", "NY")) {
      assertThat(COHORT.sites().stream().filter(clinic::equals).count())
          .isEqualTo(expected.get(clinic).asLong());
    }
    assertThat(COHORT.caseIds()).hasSize(823).isSorted().startsWith("OPT-0001");
    assertThat(COHORT.table().columns()).extracting(Column::name).doesNotContain("site");
  }
}
