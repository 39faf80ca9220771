package org.spineregistry.synthesis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.report.MarginalPlot.Bar;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;
import org.spineregistry.synthesis.testing.OptData;

/** Expected counts were taken from the file by a separate script with exact fractions. */
class MarginalPlotTest {
  private static final double HALF_A_GRID = 0.001 + 1e-12;

  @Test
  void binsOfBirthweightMergeUntilEachHasFivePatients() {
    MarginalPlot plot = plot("birthweightG");

    assertThat(plot.bars())
        .extracting(Bar::from)
        .containsExactly(0.0, 500.0, 1000.0, 2000.0, 2500.0, 3000.0, 3500.0, 4000.0, 4500.0);
    assertCounts(plot, 809, 10, 9, 16, 48, 137, 347, 182, 51, 9);
  }

  @Test
  void binsOfApgarFollowWholeNumbers() {
    MarginalPlot plot = plot("apgar5");

    assertThat(plot.bars())
        .extracting(Bar::label)
        .containsExactly("under 2", "2 to 6", "7", "8", "9", "10 or more");
    assertCounts(plot, 782, 5, 6, 16, 70, 650, 35);
  }

  @Test
  void labelsOfDecimalsEndOneUnitBeforeTheNext() {
    MarginalPlot plot = plot("gingivalIndexBaseline");

    assertThat(plot.bars().get(0).label()).isEqualTo("under 0.8");
    assertThat(plot.bars().get(1).label()).matches("0\\.8 to 0\\.9+");
    assertCounts(plot, 823, 31, 102, 145, 118, 127, 143, 82, 41, 20, 7, 7);
  }

  @Test
  void aRareLevelDrawsTheNextRarestWithIt() {
    MarginalPlot plot = plot("birthOutcome");

    assertThat(plot.bars())
        .extracting(Bar::label)
        .containsExactly("Live birth", "Non-live birth", "all others");
    assertCounts(plot, 823, 793, 19, 2 + 9);
  }

  @Test
  void rareLevelsThatAreFiveTogetherStandTogether() {
    Table cohort = levels(List.of("A", "A", "A", "A", "A", "A", "B", "B", "B", "C", "C"));

    assertThat(MarginalPlot.of(cohort, cohort, 0).bars())
        .containsExactly(
            new Bar("A", null, null, 0.5, 0.545),
            new Bar("other (fewer than 5 each)", null, null, 0.5, 0.455));
  }

  @Test
  void levelsOfTheReleaseThatNoPatientHasAreCounted() {
    Column column = Column.category("c", List.of("A", "B", "C"));
    Table cohort = table(column, repeat("A", 10, "B", 10));
    Table release = table(column, repeat("A", 5, "C", 5));

    assertThat(MarginalPlot.of(cohort, release, 0).bars())
        .extracting(Bar::label, Bar::synthetic)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("B", 0.0),
            org.assertj.core.groups.Tuple.tuple("A", 0.5),
            org.assertj.core.groups.Tuple.tuple("other (fewer than 5 each)", 0.5));
  }

  @Test
  void oneRareLevelAmongTwoIsNotDrawn() {
    Table cohort = table(Column.bool("c"), repeat("false", 40, "true", 2));

    assertThat(MarginalPlot.of(cohort, cohort, 0).bars()).isEmpty();
  }

  @Test
  void fewerThanTwoGroupsOfFiveAreNotDrawn() {
    Table numbers = table(Column.number("x", 0), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    Table constant = table(Column.number("x", 0), repeat(3, 30, 4, 4));

    assertThat(MarginalPlot.of(numbers, numbers, 0).bars()).isEmpty();
    assertThat(MarginalPlot.of(constant, constant, 0).bars()).isEmpty();
  }

  @Test
  void theBoundsOfTheSchemaChangeNothing() {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      values.add(Math.min(i, 100));
    }
    Table declared = table(Column.number("x", 0).between(0.0, 100.0), values);
    Table proposed = table(Column.number("x", 0).between(0.0, 120.0), values);

    assertThat(MarginalPlot.of(declared, declared, 0))
        .isEqualTo(MarginalPlot.of(proposed, proposed, 0));
  }

  private static MarginalPlot plot(String column) {
    Table cohort = OptData.cohort();
    return MarginalPlot.of(cohort, cohort, cohort.indexOf(column));
  }

  private static void assertCounts(MarginalPlot plot, int observed, int... counts) {
    assertThat(plot.bars()).hasSize(counts.length);
    for (int b = 0; b < counts.length; b++) {
      assertThat(plot.bars().get(b).real())
          .isCloseTo((double) counts[b] / observed, within(HALF_A_GRID));
    }
  }

  private static Table levels(List<String> levels) {
    return table(Column.category("c", List.of("A", "B", "C")), List.copyOf(levels));
  }

  private static List<Object> repeat(Object first, int many, Object second, int few) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < many + few; i++) {
      values.add(i < many ? first : second);
    }
    return values;
  }

  private static Table table(Column column, List<Object> values) {
    TableBuilder builder = new TableBuilder(List.of(column));
    values.forEach(value -> builder.add(List.of(value)));
    return builder.build();
  }
}
