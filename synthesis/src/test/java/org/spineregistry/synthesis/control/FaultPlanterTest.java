package org.spineregistry.synthesis.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.fidelity.RuleBreaks;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptContract;
import org.spineregistry.synthesis.testing.OptData;

/** A planted fault is what it says and nothing else. */
class FaultPlanterTest {
  private static final Table PATIENTS = OptData.cohort();
  private static final Contract CONTRACT = OptContract.of(PATIENTS);
  private static final FaultPlanter PLANTER =
      new FaultPlanter(PATIENTS, PATIENTS, CONTRACT, Seed.ofHex("0b".repeat(32)).stream("planted"));

  @Test
  void leakChangesOneCell() {
    Table leaked = PLANTER.plant(PlantedFault.LEAKED_EXTREME).orElseThrow();

    assertThat(changed(leaked).stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
  }

  @Test
  void shiftChangesOneColumnByHalfItsDeviation() {
    Table shifted = PLANTER.plant(PlantedFault.SHIFTED).orElseThrow();
    List<Integer> changed = changed(shifted);
    int column =
        IntStream.range(0, changed.size())
            .filter(c -> changed.get(c) > 0)
            .findFirst()
            .orElseThrow();

    assertThat(changed.stream().filter(count -> count > 0)).hasSize(1);
    double sd = Faults.sd(PATIENTS.numbers(column));
    assertThat((mean(shifted, column) - mean(PATIENTS, column)) / sd).isCloseTo(0.5, within(0.13));
  }

  @Test
  void fivePercentOfTheRowsBreakARule() {
    Table broken = PLANTER.plant(PlantedFault.BROKEN_RULES).orElseThrow();

    RuleBreaks before = RuleBreaks.of(PATIENTS, CONTRACT);
    RuleBreaks after = RuleBreaks.of(broken, CONTRACT);

    assertThat(before.rows()).isZero();
    assertThat(after.rows()).isEqualTo((int) Math.ceil(0.05 * PATIENTS.rows()));
  }

  @Test
  void scatteredGapsKeepEachRate() {
    Table scattered = PLANTER.plant(PlantedFault.SCATTERED).orElseThrow();

    for (int c = 0; c < PATIENTS.columns().size(); c++) {
      assertThat(scattered.missing(c)).isEqualTo(PATIENTS.missing(c));
    }
  }

  @Test
  void withoutRulesNoneCanBeBroken() {
    FaultPlanter planter = new FaultPlanter(PATIENTS, PATIENTS, Contract.none(), PLANTER.stream());

    assertThat(planter.plant(PlantedFault.BROKEN_RULES)).isEmpty();
  }

  /** Changed cells of each column. */
  private static List<Integer> changed(Table table) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(
            c ->
                (int)
                    IntStream.range(0, table.rows())
                        .filter(row -> cell(table, row, c) != cell(PATIENTS, row, c))
                        .count())
        .toList();
  }

  private static double cell(Table table, int row, int column) {
    double missing = -1e9;
    if (table.isMissing(row, column)) {
      return missing;
    }
    return table.columns().get(column).isNumber()
        ? table.numbers(column)[row]
        : table.codes(column)[row];
  }

  private static double mean(Table table, int column) {
    return IntStream.range(0, table.rows())
        .mapToDouble(row -> table.numbers(column)[row])
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElseThrow();
  }
}
