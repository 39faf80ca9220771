package org.spineregistry.synthesis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.TableBuilder;

/** Small ordinary tables, in which built-in controls cannot be seen, are no fault of the engine. */
class SmallCohortTest {
  private static final Seed SEED = Seed.ofHex("2a".repeat(32));

  @ParameterizedTest
  @CsvSource({"200, 1", "200, 2", "300, 3", "400, 4", "600, 5", "600, 6"})
  void threeIndependentColumnsAreNotCertifiable(int patients, int seed) {
    RunSettings settings =
        RunSettings.of("rigorous/CONTROLLED", ModelKind.STEP_COPULA, List.of(1000), 1, 5, 2);

    RunResult result =
        new CertificationRun(settings)
            .execute(cohort(patients, seed), SEED, (stage, fraction, text) -> {}, () -> false);

    assertThat(result.outcome()).isIn(Outcome.NOT_CERTIFIABLE, Outcome.REFUSED);
    assertThat(result.gates())
        .filteredOn(gate -> gate.id().equals("G0"))
        .singleElement()
        .satisfies(gate -> assertThat(gate.detail()).contains("cannot see the control"));
  }

  private static Cohort cohort(int patients, int seed) {
    TableBuilder table =
        new TableBuilder(
            List.of(
                Column.number("age", 0).with(ColumnRole.QUASI_IDENTIFIER),
                Column.category("sex", List.of("F", "M")).inOrder(),
                Column.category("grp", List.of("a", "b", "c", "d"))));
    Random random = new Random(seed);
    for (int row = 0; row < patients; row++) {
      table.add(
          List.of(
              Math.round(Math.max(18, Math.min(95, 60 + 12 * random.nextGaussian()))),
              random.nextBoolean() ? "F" : "M",
              String.valueOf("abcd".charAt(random.nextInt(4)))));
    }
    List<String> sites = new ArrayList<>(Collections.nCopies(patients, ""));
    return Cohort.of(table.build(), sites);
  }
}
