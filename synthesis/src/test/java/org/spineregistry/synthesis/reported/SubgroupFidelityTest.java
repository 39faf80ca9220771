package org.spineregistry.synthesis.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.DerivedColumns;
import org.spineregistry.synthesis.contract.RowRules;
import org.spineregistry.synthesis.report.SubgroupRow;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

class SubgroupFidelityTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.category("sex", List.of("F", "M", "X")).with(ColumnRole.QUASI_IDENTIFIER),
          Column.number("age", 0).with(ColumnRole.QUASI_IDENTIFIER),
          Column.number("score", 0));
  private static final Contract BANDS =
      new Contract(
          RowRules.none(),
          DerivedColumns.none(),
          List.of(),
          List.of(),
          Map.of("age", List.of(50.0)));

  /** The women's scores are flattened to those of the men; the whole table hides it less. */
  @Test
  void aGroupThatIsFlattenedLiesBeyondItsBound() {
    Table cohort = table(400, 20, 1);
    Table release = table(2000, 0, 2);

    List<SubgroupRow> rows = new SubgroupFidelity(cohort, BANDS, sites(400)).of(release);

    assertThat(row(rows, "sex", "F").isWithinBound()).isFalse();
    assertThat(row(rows, "sex", "M").isWithinBound()).isTrue();
    assertThat(row(rows, "sex", "F").value()).isGreaterThan(row(rows, "sex", "M").value());
  }

  @Test
  void aFaithfulReleaseKeepsEveryGroup() {
    assertThat(new SubgroupFidelity(table(400, 20, 1), BANDS, sites(400)).of(table(2000, 20, 2)))
        .isNotEmpty()
        .allMatch(SubgroupRow::isWithinBound);
  }

  @Test
  void groupsAreLevelsBandsAndSitesOfEnoughPatientsCountedInFives() {
    List<SubgroupRow> rows =
        new SubgroupFidelity(table(402, 20, 1), BANDS, sites(402)).of(table(2000, 20, 2));

    assertThat(rows)
        .extracting(row -> row.column() + " " + row.group())
        .containsExactly("sex F", "sex M", "age below 50", "age 50 and above", "site a", "site b");
    assertThat(rows).allMatch(row -> row.patients() % 5 == 0);
    assertThat(row(rows, "site", "a").bound()).isNull();
  }

  private static SubgroupRow row(List<SubgroupRow> rows, String column, String group) {
    return rows.stream()
        .filter(row -> row.column().equals(column) && row.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sites(int patients) {
    List<String> sites = new ArrayList<>();
    for (int row = 0; row < patients; row++) {
      sites.add(row % 2 == 0 ? "a" : "b");
    }
    return sites;
  }

  private static Table table(int rows, int women, long seed) {
    Random random = new Random(seed);
    TableBuilder table = new TableBuilder(COLUMNS);
    for (int row = 0; row < rows; row++) {
      boolean woman = random.nextBoolean();
      table.add(
          List.of(
              woman ? "F" : "M",
              30 + random.nextInt(40),
              Math.round(50 + 10 * random.nextGaussian() + (woman ? women : 0))));
    }
    return table.build();
  }
}
