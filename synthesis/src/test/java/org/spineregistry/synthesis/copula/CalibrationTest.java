package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.DerivedColumns;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.contract.RowRules;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

/** A rule that turns one level away more than the others must not make it rare. */
class CalibrationTest {
  private static final Seed SEED = Seed.ofHex("5e".repeat(32));
  private static final List<Column> COLUMNS =
      List.of(
          Column.category("diagnosis", List.of("A", "B", "AFTER_FUSION")),
          Column.bool("fused"),
          Column.number("age", 0).with(ColumnRole.QUASI_IDENTIFIER));
  private static final Table COHORT = cohort();

  /** Two draws in three with the level are turned away: a third of its share would be left. */
  @Test
  void acceptedRowsHaveAboutTheObservedShares() {
    Table rows = model(rule()).sample(8000, "test").table();

    assertThat(share(rows)).isCloseTo(share(COHORT), within(0.045));
    int[] diagnosis = rows.codes(0);
    int[] fused = rows.codes(1);
    for (int row = 0; row < diagnosis.length; row++) {
      assertThat(diagnosis[row] == 2 && fused[row] == 0).isFalse();
    }
  }

  @Test
  void withoutARuleNothingIsRaked() {
    assertThat(model(RowRules.none()).parameters()).containsEntry("calibrationRounds", 0);
    assertThat((int) model(rule()).parameters().get("calibrationRounds")).isPositive();
  }

  /** The same fit draws the same rows: raking has its own random numbers. */
  @Test
  void rakingIsDeterministic() {
    Table first = model(rule()).sample(200, "test").table();
    Table second = model(rule()).sample(200, "test").table();
    assertThat(second.codes(0)).isEqualTo(first.codes(0));
    assertThat(second.numbers(2)).isEqualTo(first.numbers(2));
  }

  private static StepModel model(RowRules rules) {
    Contract contract = new Contract(rules, DerivedColumns.none(), List.of(), List.of(), Map.of());
    // a screen that no pair passes: the draws know nothing of the rule
    return new StepCopula(StepOptions.of(0, 100), contract, SEED).fit(COHORT);
  }

  private static double share(Table table) {
    return (double) Arrays.stream(table.codes(0)).filter(code -> code == 2).count() / table.rows();
  }

  private static RowRules rule() {
    return new RowRules() {
      @Override
      public List<String> codes() {
        return List.of("FUSION_FIRST");
      }

      @Override
      public List<Integer> broken(Row row) {
        return row.cell(0) == 2 && row.cell(1) == 0 ? List.of(0) : List.of();
      }
    };
  }

  private static Table cohort() {
    Random random = new Random(3);
    TableBuilder table = new TableBuilder(COLUMNS);
    for (int row = 0; row < 500; row++) {
      boolean fused = random.nextInt(3) == 0;
      String diagnosis = fused && random.nextBoolean() ? "AFTER_FUSION" : row % 2 == 0 ? "A" : "B";
      table.add(List.of(diagnosis, Boolean.toString(fused), 30 + random.nextInt(50)));
    }
    return table.build();
  }
}
