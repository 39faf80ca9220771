package org.spineregistry.synthesis.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.classic.ClassicOptions;
import org.spineregistry.synthesis.classic.Imputation;
import org.spineregistry.synthesis.marginal.Family;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

/**
 * A campaign such as sacroiliac fusion: constant columns, sets, gaps, an empty field. Extreme cells
 * carry markers that may appear in no text that leaves the library.
 */
class NoValueLeaksTest {
  private static final Seed SEED = Seed.ofHex("3d".repeat(32));
  private static final int PATIENTS = 60;
  private static final double LARGEST = 87654.3;
  private static final double SMALLEST = -76543.2;
  private static final String RARE = "RAREMARKER;OTHERMARKER";
  private static final String SITE = "site-marker77";

  @Test
  void parametersGatesNotesAndProgressHoldNoCell() {
    List<String> texts = new ArrayList<>();

    RunResult result =
        new CertificationRun(settings(ClassicOptions.published()))
            .execute(
                Cohort.of(cohort(), sites()),
                SEED,
                (stage, f, message) -> texts.add(message),
                () -> false);

    texts.add(result.parameters().toString());
    texts.add(result.gates().toString());
    texts.add(result.notes().toString());
    texts.add(result.engine().toString());
    assertThat(result.parameters().toString()).contains("procedure", "levelsCount", "noValue");
    assertThat(texts).allSatisfy(NoValueLeaksTest::holdsNoMarker);
  }

  @Test
  void aFitThatFailsNamesTheColumnOnly() {
    ClassicOptions gamma = new ClassicOptions(Imputation.NONE, Optional.of(Family.GAMMA));

    Throwable failure =
        catchThrowable(
            () ->
                new CertificationRun(settings(gamma))
                    .execute(Cohort.of(cohort(), sites()), SEED, (s, f, m) -> {}, () -> false));

    assertThat(failure).hasMessage("outcome: gamma cannot be fitted");
    holdsNoMarker(failure.toString());
  }

  @Test
  void constantAndEmptyColumnsAreCopiedIntoEveryDataset() {
    RunResult result =
        new CertificationRun(settings(ClassicOptions.published()))
            .execute(Cohort.of(cohort(), sites()), SEED, (s, f, m) -> {}, () -> false);

    for (Dataset dataset : result.datasets()) {
      List<String> lines = new String(dataset.csv(), UTF_8).lines().skip(1).toList();
      assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("SIJF,0,,"));
    }
  }

  private static void holdsNoMarker(String text) {
    assertThat(text).doesNotContain("87654", "76543", "RAREMARKER", "OTHERMARKER", "site-marker");
  }

  private static RunSettings settings(ClassicOptions options) {
    return new RunSettings("published-2026", List.of(40, 90), 1, 3, 2, options, Map.of());
  }

  private static List<String> sites() {
    return IntStream.range(0, PATIENTS).mapToObj(i -> i % 5 == 0 ? SITE : "site-b").toList();
  }

  private static Table cohort() {
    List<Column> columns =
        List.of(
            Column.category("procedure", List.of("SIJF")),
            Column.number("levelsCount", 0),
            Column.number("noValue", 1),
            Column.number("outcome", 1).with(ColumnRole.PRIMARY_OUTCOME),
            Column.number("age", 0).with(ColumnRole.PREDICTOR).with(ColumnRole.QUASI_IDENTIFIER),
            Column.category("complications", List.of()).with(ColumnRole.PREDICTOR),
            Column.bool("transfusion"));
    TableBuilder builder = new TableBuilder(columns);
    RandomStream random = SEED.stream("cohort");
    for (int row = 0; row < PATIENTS; row++) {
      double outcome = Math.rint(10 * random.normal(row, 0, 0)) / 10;
      String complication = row == 7 ? RARE : row % 3 == 0 ? "DVT" : "NONE";
      builder.add(
          Arrays.asList(
              "SIJF",
              0,
              null,
              outcome(row, outcome),
              40 + row % 25,
              complication,
              row % 4 == 0 ? null : Boolean.valueOf(row % 7 == 0)));
    }
    return builder.build();
  }

  private static Double outcome(int row, double usual) {
    if (row == 3 || row == 4) {
      return row == 3 ? LARGEST : SMALLEST;
    }
    return row % 9 == 0 ? null : Double.valueOf(usual);
  }
}
