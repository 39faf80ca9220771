package org.spineregistry.synthesis.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

class ReportedGatesTest {
  private static final Seed SEED = Seed.ofHex("5e".repeat(32));
  private static final Table COHORT = table(300, 0, 1);
  private final ReportedGates gates = new ReportedGates(COHORT, SEED);

  @Test
  void aSampleOfTheSameLawIsNotToldApart() {
    Table same = table(300, 0, 2);

    assertThat(gates.detection(same).value()).isCloseTo(0.5, within(0.1));
    assertThat(gates.wasserstein(same).value()).isLessThan(0.15);
    assertThat(gates.discrepancy(same).value()).isCloseTo(0, within(0.01));
  }

  /** Both numbers moved by two SDs: the Wasserstein distance is exactly that shift. */
  @Test
  void aShiftIsToldApartAndMeasuredInStandardDeviations() {
    Table shifted = table(300, 20, 1);

    assertThat(gates.detection(shifted).value()).isGreaterThan(0.9);
    assertThat(gates.wasserstein(shifted).value()).isCloseTo(2, within(0.15));
    assertThat(gates.discrepancy(shifted).value()).isGreaterThan(0.1);
  }

  @Test
  void noneOfThemDecides() {
    Table same = table(300, 0, 2);
    assertThat(List.of(gates.detection(same), gates.wasserstein(same), gates.discrepancy(same)))
        .allMatch(gate -> gate.verdict() == Verdict.REPORTED)
        .noneMatch(GateResult::isDeciding);
  }

  private static Table table(int rows, int shift, long seed) {
    Random random = new Random(seed);
    TableBuilder table =
        new TableBuilder(List.of(Column.number("pain", 0), Column.number("function", 0)));
    for (int row = 0; row < rows; row++) {
      double health = random.nextGaussian();
      table.add(
          List.of(
              Math.round(50 + shift + 10 * health),
              Math.round(50 + shift - 8 * health + 6 * random.nextGaussian())));
    }
    return table.build();
  }
}
